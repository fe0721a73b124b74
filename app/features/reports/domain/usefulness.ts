import {
  type Disclosed,
  type DisclosurePolicy,
  derive,
  discloseReportFigures,
  nextSnapshot,
  type Snapshot,
} from "@twohats/disclosure";
import { cautiousSpread, halfWidth } from "./intervals.ts";
import { type UsefulnessFigures, usefulnessScale } from "./usefulness-scale.ts";

/** One rating by its id, which is new whenever it changes. */
export type UsefulnessRating = { id: string; rating: number };

const FIGURE = "usefulness";
const CAUTIOUS = cautiousSpread(usefulnessScale);

/**
 * What HR may be shown next. The figures move only once several new ratings came in, and stay as they were until then,
 * so that nobody's rating follows from before and after; `figures` is null when what was shown stands.
 */
export function nextUsefulness(
  before: Snapshot | null,
  ratings: readonly UsefulnessRating[],
  policy: DisclosurePolicy,
  chance: () => number,
): { snapshot: Snapshot; figures: Disclosed<{ shown: UsefulnessFigures | null }> | null } {
  const now = { [FIGURE]: ratings.map((each) => each.id) };
  const { snapshot, figures } = nextSnapshot(before, now, policy);
  if (figures[FIGURE]?.state !== "changed") return { snapshot, figures: null };
  const values = ratings.map((each) => each.rating);
  return { snapshot, figures: discloseUsefulness(values, policy, chance) };
}

function discloseUsefulness(
  values: readonly number[],
  policy: DisclosurePolicy,
  chance: () => number,
) {
  const figures = discloseReportFigures(
    {
      items: [{ id: FIGURE, competency: null, scale: usefulnessScale }],
      competencies: [],
      responses: values.map((value) => ({ relationship: "participant", ratings: [value] })),
      chance,
    },
    policy,
  );
  return derive(figures, (shown) => {
    const figure = shown.figures[0]?.items[FIGURE];
    if (!figure?.shown) return { shown: null };
    const { n, mean, spread } = figure;
    if (!spread.shown)
      return { shown: { n, mean, interval: intervalOf(mean, CAUTIOUS, n), counts: null } };
    const own = { sd: spread.sd, df: n - 1 };
    return {
      shown: { n, mean, interval: intervalOf(mean, own, n), counts: [...spread.counts] },
    };
  });
}

/**
 * The interval of a mean, kept on the scale: Student's (Gosset 1908), or a cautious one where no spread may be shown.
 */
function intervalOf(mean: number, spread: typeof CAUTIOUS, n: number) {
  const half = halfWidth(spread, n);
  const { low, high } = usefulnessScale;
  return { low: Math.max(low, mean - half), high: Math.min(high, mean + half) };
}
