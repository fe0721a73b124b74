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
