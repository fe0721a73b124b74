import { expect, test } from "vitest";
import { evidenceOfTalk } from "./evidence-of-talk.ts";
import { type Outcome, sideBySide } from "./side-by-side.ts";

const at = (level: number | null, words = "") => ({ level, words });
const sides = {
  self: { same: at(3), agreed: at(2, "Mine"), apart: at(4), alone: at(null) },
  manager: { same: at(3), agreed: at(4, "Theirs"), apart: at(2), alone: at(2) },
  second: { agreed: at(3) },
};
const agreed: Outcome = { kind: "agreed", level: 3, words: "Both saw it.", saidBy: "manager" };

function evidence(outcomes: [string, Outcome][]) {
  let made = 0;
  return evidenceOfTalk(
    sideBySide(["same", "agreed", "apart", "alone"], sides, new Map(outcomes)),
    {
      sent: {
        self: { authorId: "ana", sentOn: "2026-03-01" },
        manager: { authorId: "boss", sentOn: "2026-03-02" },
        second: { authorId: "peer", sentOn: "2026-03-03" },
      },
      purposes: ["development", "staffing"],
      on: "2026-03-10",
      newId: () => `e${++made}`,
    },
  );
}

test("an agreed level takes the place of the two it came from, and of no third", () => {
  const all = evidence([["agreed", agreed]]);
  const about = all.filter(({ competency }) => competency === "agreed");
  expect(about.map(({ source, level, saidBy }) => [source, level, saidBy])).toEqual([
    ["self", 2, "ana"],
    ["manager", 4, "boss"],
    ["second", 3, "peer"],
    ["agreed", 3, "boss"],
  ]);
  const ids = new Map(about.map(({ source, id }) => [source, id]));
  expect(about.at(-1)?.replaces).toEqual([ids.get("self"), ids.get("manager")]);
  expect(about.at(-1)?.saidOn).toBe("2026-03-10");
});

test("the same level said by both is agreed; where they differ and leave it, both words stand", () => {
  const all = evidence([]);
  const sources = (competency: string) =>
    all.filter((each) => each.competency === competency).map(({ source }) => source);
  expect(sources("same")).toEqual(["self", "manager", "agreed"]);
  expect(sources("apart")).toEqual(["self", "manager"]);
  expect(sources("alone")).toEqual(["manager"]);
});

test("a disagreement leaves no agreed level, though both said the same", () => {
  const against: Outcome = { kind: "disagreed", level: null, words: "", saidBy: "self" };
  expect(
    evidence([["same", against]])
      .filter(({ competency }) => competency === "same")
      .map(({ source }) => source),
  ).toEqual(["self", "manager"]);
});

test("what was agreed may be read for what its sources were given for", () => {
  for (const each of evidence([["agreed", agreed]]))
    expect(each.purposes).toEqual(["development", "staffing"]);
});
