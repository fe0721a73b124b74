import { expect, test } from "vitest";
import { mayKeepQuestionnaires } from "./policy.ts";

test("HR of the whole organisation keeps questionnaires, and nobody else", () => {
  expect(mayKeepQuestionnaires({ role: "admin" })).toBe(true);
  for (const role of ["unit-admin", "unit-analyst", "analyst", "member", "leaver"] as const)
    expect(mayKeepQuestionnaires({ role })).toBe(false);
});
