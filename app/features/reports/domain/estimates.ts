import type {
  CombinedFigure,
  GroupFigures,
  ItemFigure,
  PooledSpread,
  ReportFigures,
  Scale,
} from "@twohats/disclosure";
import { cautiousSpread, halfWidth, usable } from "./intervals.ts";
import type { Known } from "./known-parts.ts";
import { type Estimate, type Gap, OTHERS, SELF } from "./report-content.ts";

/** How raters differ on one figure: within a relationship, and over all of a participant's raters. */
export type SpreadPair = { within: PooledSpread; across: PooledSpread } | undefined;

/** A gap smaller than this is not worth a word, however sure. In scale points. */
const LEAST_GAP = 0.5;

type Combining = {
  spread: SpreadPair;
  scale: Scale;
  agreement: number | null;
  /** What the mean rests on; null for a mean that is not shown. */
  known: Known | null;
};

/**
 * A hat's or competency's mean with its interval: by the spread pooled over the round, else the group's own, else a
 * cautious one, and by what questions that are not shown leave unknown. `n` is the fewest answers behind any question,
 * as it is told; the interval goes by the usual number.
 */
export function combinedEstimate(
  figure: CombinedFigure | undefined,
  group: string,
  { spread, scale, agreement, known }: Combining,
): Estimate {
  if (!figure) return { shown: false, reason: "hidden-no-answer" };
  if (!figure.shown) return figure;
  const { mean, n, shares, sdAtMost } = figure;
  const plain = { shown: true, mean, n, shares, agreement } as const;
  if (group === SELF) return { ...plain, low: null, high: null };
  const pooled = usable(group === OTHERS ? spread?.across : spread?.within);
  const half = halfWidth(
    pooled ?? ownSpread(sdAtMost, n) ?? cautiousSpread(scale),
    known?.n ?? n,
    known?.unknown,
  );
  return { ...plain, ...interval(mean, half, scale) };
}

/** Item by item there is no pooled spread worth having: a group's own is used where it may be shown. */
export function itemEstimates(
  id: string,
  figures: ReportFigures,
  scale: Scale,
): Record<string, Estimate> {
  return Object.fromEntries(
    figures.figures.map((group) => [group.id, itemEstimate(group.items[id], scale)]),
  );
}

function itemEstimate(figure: ItemFigure | undefined, scale: Scale): Estimate {
  if (!figure) return { shown: false, reason: "hidden-no-answer" };
  if (!figure.shown) return figure;
  const { mean, n, spread } = figure;
  const sure = spread.shown ? ownSpread(spread.sd, n) : null;
  return {
    shown: true,
    mean,
    n,
    shares: spread.shown ? spread.shares : null,
    agreement: averageDeviation(figure, scale),
    ...(sure ? interval(mean, halfWidth(sure, n), scale) : { low: null, high: null }),
  };
}

/** The mean average deviation of a group's items that show their spread; null when fewer than half of them do. */
export function agreementOver(
  group: GroupFigures,
  items: readonly { id: string; scale: Scale }[],
): number | null {
  const known = items.flatMap(({ id, scale }) => averageDeviation(group.items[id], scale) ?? []);
  if (known.length === 0 || known.length * 2 < items.length) return null;
  return known.reduce((sum, each) => sum + each, 0) / known.length;
}

/** From the counts that are shown, not from the answers. */
function averageDeviation(figure: ItemFigure | undefined, { low }: Scale): number | null {
  if (!figure?.shown || !figure.spread.shown) return null;
  const { counts } = figure.spread;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, at) => sum + count * (low + at), 0) / total;
  return counts.reduce((sum, count, at) => sum + count * Math.abs(low + at - mean), 0) / total;
}

/** An interval says where a mean lies, and no mean lies off its scale. */
export function interval(mean: number, half: number, { low, high }: Scale) {
  return { low: Math.max(low, mean - half), high: Math.min(high, mean + half) };
}

function ownSpread(sd: number | null, n: number) {
  return sd === null || sd === 0 || n < 2 ? null : { sd, df: n - 1 };
}

/** How the participant's own view differs from that of all others; null unless both are shown. */
export function gapBetween(self: Estimate | undefined, others: Estimate | undefined): Gap | null {
  if (!self?.shown || !others?.shown) return null;
  const difference = self.mean - others.mean;
  if (others.low === null || others.high === null)
    return { difference, low: null, high: null, clear: false };
  const low = self.mean - others.high;
  const high = self.mean - others.low;
  return {
    difference,
    low,
    high,
    clear: Math.abs(difference) >= LEAST_GAP && (low > 0 || high < 0),
  };
}
