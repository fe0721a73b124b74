import { expect, test } from "vitest";
import { isDone, setupSteps, stepAfter, stepBefore } from "./setup-steps.ts";

const done = (
  obstacles: Parameters<typeof isDone>[1]["obstacles"],
  participants = 2,
  letterMistakes: string[] = [],
) =>
  setupSteps.filter((step) =>
    isDone(step, { obstacles, counts: { participants }, letterMistakes }),
  );

test("a step is done when nothing in it stands in the way; the launch never is", () => {
  expect(done([])).toEqual(["details", "participants", "raters", "dates", "invitation"]);
  expect(done(["no-participants", "no-dates"], 0)).toEqual(["details", "invitation"]);
  for (const obstacle of ["no-raters", "only-self", "over-cap"] as const)
    expect(done([obstacle])).not.toContain("raters");
  for (const obstacle of ["no-dates", "closes-in-the-past", "no-release-date"] as const)
    expect(done([obstacle])).not.toContain("dates");
  expect(done([], 2, ["nmae"])).not.toContain("invitation");
});

test("steps lead on to the launch and back to the beginning", () => {
  expect(setupSteps.map(stepAfter)).toEqual([...setupSteps.slice(1), "review"]);
  expect(setupSteps.map(stepBefore)).toEqual([null, ...setupSteps.slice(0, -1)]);
});
