import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Outcome,
  outcomeAfter,
  type Side,
  type Step,
  sideBySide,
  stillOpen,
} from "./side-by-side.ts";

const at = (level: number | null) => ({ level, words: "" });
const proposed: Outcome = { kind: "proposed", level: 3, words: "", saidBy: "manager" };

function standing(self: number | null, manager: number | null, outcome?: Outcome) {
  const [row] = sideBySide(
    ["a"],
    { self: { a: at(self) }, manager: { a: at(manager) }, second: null },
    new Map(outcome ? [["a", outcome]] : []),
  );
  return [row?.standing, row?.level];
}

test("how a competency stands follows from what both said, and from what they said to each other", () => {
  expect(standing(3, 3)).toEqual(["same", 3]);
  expect(standing(2, 4)).toEqual(["open", null]);
  expect(standing(null, 4)).toEqual(["one-sided", null]);
  expect(standing(null, null)).toEqual(["unsaid", null]);
  expect(standing(2, 4, proposed)).toEqual(["proposed", null]);
  expect(standing(2, 4, { ...proposed, kind: "agreed" })).toEqual(["agreed", 3]);
  const against: Outcome = { kind: "disagreed", level: null, words: "I led it.", saidBy: "self" };
  expect(standing(3, 3, against)).toEqual(["disagreed", null]);
});

test("a conversation is over once nothing is open or only proposed", () => {
  const sides = {
    self: { a: at(1), b: at(2), c: at(2) },
    manager: { a: at(1), b: at(3), c: at(4) },
    second: null,
  };
  const open = (outcomes: [string, Outcome][]) =>
    stillOpen(sideBySide(["a", "b", "c"], sides, new Map(outcomes))).map((row) => row.competency);
  expect(open([])).toEqual(["b", "c"]);
  expect(open([["b", proposed]])).toEqual(["b", "c"]);
  expect(
    open([
      ["b", { ...proposed, kind: "agreed" }],
      ["c", { ...proposed, kind: "disagreed", level: null }],
    ]),
  ).toEqual([]);
});

test("nobody agrees alone", () => {
  expect(outcomeAfter(proposed, "manager", { step: "confirm", level: 3 })).toEqual({
    ok: false,
    reason: "own-proposal",
  });
  expect(outcomeAfter(null, "self", { step: "confirm", level: 3 })).toEqual({
    ok: false,
    reason: "not-proposed",
  });
  expect(outcomeAfter(proposed, "self", { step: "confirm", level: 3 })).toMatchObject({
    ok: true,
    outcome: { kind: "agreed", level: 3 },
  });
});

test("what was proposed anew meanwhile is not confirmed by whoever saw the old one", () => {
  expect(outcomeAfter(proposed, "self", { step: "confirm", level: 2 })).toEqual({
    ok: false,
    reason: "other-level",
  });
});

test("whoever wrote down that they do not agree takes that back alone", () => {
  const against: Outcome = { kind: "disagreed", level: null, words: "I led it.", saidBy: "self" };
  const steps: Step[] = [
    { step: "propose", level: 2, words: "" },
    { step: "disagree", words: "" },
    { step: "take-back" },
  ];
  for (const step of steps)
    expect(outcomeAfter(against, "manager", step), step.step).toEqual({
      ok: false,
      reason: "theirs-to-take-back",
    });
  expect(outcomeAfter(against, "self", { step: "take-back" })).toEqual({ ok: true, outcome: null });
});

test("always: an agreed level was proposed by one and confirmed by the other", () => {
  const side = fc.constantFrom<Side>("self", "manager");
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      step: fc.constant("propose" as const),
      level: fc.integer({ min: 1, max: 3 }),
      words: fc.constant(""),
    }),
    fc.record({ step: fc.constant("confirm" as const), level: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ step: fc.constant("disagree" as const), words: fc.constant("") }),
    fc.record({ step: fc.constant("take-back" as const) }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(side, step), { maxLength: 30 }), (course) => {
      let outcome: Outcome | null = null;
      for (const [who, taken] of course) {
        const before: Outcome | null = outcome;
        const after = outcomeAfter(before, who, taken);
        if (!after.ok) continue;
        outcome = after.outcome;
        if (outcome?.kind === "agreed" && before?.kind !== "agreed")
          expect([before?.kind, before?.saidBy === who, before?.level]).toEqual([
            "proposed",
            false,
            outcome.level,
          ]);
        if (before?.kind === "disagreed" && before.saidBy !== who) expect.unreachable("overruled");
      }
    }),
  );
});
