import type { LaunchObstacle } from "../../domain/cycle-setup.ts";

/** The steps of setting a cycle up, in order; each is a page. */
export const setupSteps = [
  "details",
  "participants",
  "raters",
  "dates",
  "invitation",
  "review",
] as const;

export type SetupStep = (typeof setupSteps)[number];

export function stepPath(cycleId: string, step: SetupStep): string {
  return `/cycles/${cycleId}/setup/${step}`;
}

export function stepAfter(step: SetupStep): SetupStep {
  return setupSteps[setupSteps.indexOf(step) + 1] ?? "review";
}

export function stepBefore(step: SetupStep): SetupStep | null {
  return setupSteps[setupSteps.indexOf(step) - 1] ?? null;
}

type Progress = {
  obstacles: readonly LaunchObstacle[];
  counts: { participants: number };
  letterMistakes: readonly unknown[];
};

/** Whether nothing in a step stands in the way of launching. */
export function isDone(step: SetupStep, { obstacles, counts, letterMistakes }: Progress): boolean {
  const free = (...of: LaunchObstacle[]) => !of.some((each) => obstacles.includes(each));
  switch (step) {
    case "details":
      return true;
    case "participants":
      return counts.participants > 0 && free("moved-out");
    case "raters":
      return counts.participants > 0 && free("no-raters", "only-self", "over-cap");
    case "dates":
      return free("no-dates", "closes-in-the-past", "no-release-date");
    case "invitation":
      return letterMistakes.length === 0;
    case "review":
      return false;
  }
}
