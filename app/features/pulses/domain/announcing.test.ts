import { expect, test } from "vitest";
import { nextStep, owedBy } from "./announcing.ts";

const announced = { step: "announced", sentOn: "2026-03-01" } as const;
const thanked = { step: "thanked", sentOn: "2026-03-20" } as const;
const told = { step: "told", sentOn: "2026-05-01" } as const;

test("what they work on, then thanks, then what came of it, and never two within a week", () => {
  expect(nextStep([], "2026-03-01")).toEqual({ kind: "now", step: "announced" });
  expect(nextStep([announced], "2026-03-07")).toEqual({
    ...{ kind: "later", step: "thanked", from: "2026-03-08" },
  });
  expect(nextStep([announced], "2026-03-08")).toEqual({ kind: "now", step: "thanked" });
  expect(nextStep([thanked, announced], "2026-03-26")).toMatchObject({ from: "2026-03-27" });
  expect(nextStep([thanked, announced], "2026-09-01")).toEqual({ kind: "now", step: "told" });
  expect(nextStep([told, thanked, announced], "2026-09-01")).toEqual({ kind: "over" });
});

test("an announcement without its end comes before the next one", () => {
  const of = (reportId: string) => (step: typeof announced | typeof thanked | typeof told) => ({
    ...step,
    reportId,
  });
  const whole = [announced, thanked, told].map(of("one"));
  expect(owedBy([])).toBeNull();
  expect(owedBy(whole)).toBeNull();
  expect(owedBy([of("two")(announced), ...whole])).toBe("two");
  expect(owedBy([...[announced, thanked, told].map(of("two")), of("one")(announced)])).toBe("one");
});
