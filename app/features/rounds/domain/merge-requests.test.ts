import { expect, test } from "vitest";
import { disposalOf } from "./merge-requests.ts";

const request = {
  roundState: "collecting",
  state: "invited",
  relationship: "peer",
  subjectPersonId: "lead",
} as const;
const context = { asks: "hr", stays: "ana", asked: false };

test("what is only asked moves, while nobody can have answered and while a round collects", () => {
  expect(disposalOf(request, context)).toBe("moves");
  expect(disposalOf({ ...request, roundState: "nominating", state: "chosen" }, context)).toBe(
    "moves",
  );
});

test("nobody is asked twice about somebody, nor about themselves", () => {
  expect(disposalOf(request, { ...context, asked: true })).toBe("drops");
  expect(disposalOf({ ...request, subjectPersonId: "ana" }, context)).toBe("drops");
});

test("whoever may have answered, or has declined, has a history", () => {
  for (const roundState of ["closing", "closed", "released"] as const)
    for (const state of ["invited", "ended"])
      expect(disposalOf({ ...request, roundState, state }, context)).toBe("over");
  expect(disposalOf({ ...request, state: "declined" }, context)).toBe("declined");
});

test("whoever was taken off a list is not asked again by merging", () => {
  expect(disposalOf({ ...request, state: "withdrawn" }, context)).toBe("drops");
  expect(disposalOf({ ...request, roundState: "released", state: "withdrawn" }, context)).toBe(
    "drops",
  );
});

test("nobody merges who is asked about themselves", () => {
  expect(disposalOf({ ...request, subjectPersonId: "hr" }, context)).toBe("own");
});
