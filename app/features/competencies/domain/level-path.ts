import { daysAfter } from "~/platform/calendar/days.ts";
import type { EvidenceFor } from "./evidence.ts";
import { type KnownLevel, knownLevels, type Reading } from "./known-level.ts";
import type { Purpose } from "./purpose.ts";

/** A level as it was known at the end of a day. */
export type PathPoint = Pick<KnownLevel, "estimate" | "lower" | "upper" | "n"> & { on: string };

/**
 * How what is known of somebody went, by competency: a point for each day on which something was said, taken back or
 * ran out, in the words of the version that is read, and one for today. In between the range only becomes wider.
 */
export function levelPaths<P extends Purpose>(
  evidence: readonly EvidenceFor<P>[],
  reading: Reading,
): Map<string, PathPoint[]> {
  const paths = new Map<string, PathPoint[]>();
  for (const on of daysOf(evidence, reading.today)) {
    for (const [competency, known] of knownLevels(evidence, { ...reading, today: on })) {
      const { estimate, lower, upper, n } = known;
      const path = paths.get(competency) ?? [];
      const before = path.at(-1);
      // Days of other competencies leave this one as it was, but for its age.
      const isNew = !before || before.n !== n || before.estimate !== estimate;
      if (isNew || on === reading.today)
        paths.set(competency, [...path, { on, estimate, lower, upper, n }]);
    }
  }
  return paths;
}

function daysOf(evidence: readonly EvidenceFor<Purpose>[], today: string): string[] {
  const days = evidence.flatMap(({ saidOn, withdrawnOn, expiresOn }) => [
    ...[saidOn, withdrawnOn].flatMap((day) => day ?? []),
    ...(expiresOn === null ? [] : [daysAfter(expiresOn, 1)]),
  ]);
  return [...new Set([...days, today])].filter((day) => day <= today).sort();
}
