import { expect, test } from "vitest";
import type { cycleStates } from "./domain/cycle.ts";
import { mayChooseRaters, mayReadReport, mayRunCycles } from "./policy.ts";

const actors = {
  "HR without a person": { role: "admin", personId: null },
  "HR as someone else": { role: "admin", personId: "hr" },
  participant: { role: "member", personId: "me" },
  "another member": { role: "member", personId: "other" },
  "member without a person": { role: "member", personId: null },
} as const;

const allowed = (may: (actor: (typeof actors)[keyof typeof actors]) => boolean) =>
  Object.entries(actors).flatMap(([name, actor]) => (may(actor) ? [name] : []));

test("only HR runs cycles", () => {
  expect(allowed(mayRunCycles)).toEqual(["HR without a person", "HR as someone else"]);
});

test("a released report is read by its participant and by nobody else", () => {
  expect(
    allowed((actor) => mayReadReport(actor, { participantPersonId: "me", released: true })),
  ).toEqual(["participant"]);
  expect(
    allowed((actor) => mayReadReport(actor, { participantPersonId: "me", released: false })),
  ).toEqual([]);
});

test("raters are chosen by the participant while nominations are open, by HR until launch", () => {
  const who = (cycleState: (typeof cycleStates)[number], nomination: "open" | "submitted") =>
    allowed((actor) =>
      mayChooseRaters(actor, { participantPersonId: "me", nomination, cycleState }),
    );
  const hr = ["HR without a person", "HR as someone else"];
  expect(who("draft", "open")).toEqual(hr);
  expect(who("nominating", "open")).toEqual([...hr, "participant"]);
  expect(who("nominating", "submitted")).toEqual(hr);
  for (const state of ["collecting", "closing", "closed", "released"] as const)
    expect(who(state, "open")).toEqual([]);
});
