import {
  type Disclosed,
  type DisclosurePolicy,
  derive,
  discloseReportFigures,
} from "@twohats/disclosure";
import { cautiousSpread, halfWidth } from "./intervals.ts";
import { type UsefulnessFigures, usefulnessScale } from "./usefulness-scale.ts";

const FIGURE = "usefulness";
const CAUTIOUS = cautiousSpread(usefulnessScale);

/** What HR is shown of the ratings behind the figure: nothing, an average, or also how many gave which. */
export function discloseUsefulness(
  values: readonly number[],
  policy: DisclosurePolicy,
  chance: () => number,
): Disclosed<{ shown: UsefulnessFigures | null }> {
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
