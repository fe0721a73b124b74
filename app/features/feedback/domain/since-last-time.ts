import type { PooledSpread, Scale } from "@twohats/disclosure";
import { reliableRaterChange } from "@twohats/psychometrics";
import { cautiousSpread, usable } from "./intervals.ts";
import { itemsOfCompetency, itemsOfHat, type Measure, scaleOf } from "./measure.ts";
import type { PooledSpreads } from "./pooled-spreads.ts";
import {
  type Change,
  OTHERS,
  type ReportContent,
  type ReportRow,
  type SinceLastTime,
} from "./report-content.ts";

/** The participant's report before, as it was shown to them, and what it measured. */
export type LastTime = {
  cycleName: string;
  closedOn: string;
  content: ReportContent;
  measure: Measure;
  asked: SinceLastTime["asked"];
};

type Now = Pick<ReportContent, "hats" | "competencies">;

/**
 * What changed in others' eyes, hat by hat and competency by competency (Jacobson and Truax 1991, with the raters' own
 * differing as the error). The two rounds' raters count as independent, which is cautious where some are the same.
 * What was measured on another scale, or not at all, is left out; null when nothing is left.
 */
export function sinceLastTime(
  last: LastTime,
  measure: Measure,
  now: Now,
  spreads: PooledSpreads,
): SinceLastTime | null {
  const changes = (
    rows: readonly ReportRow[],
    before: readonly ReportRow[],
    indexesOf: (measure: Measure, id: string) => number[],
    pooled: Record<string, { across: PooledSpread }>,
  ) =>
    rows.flatMap((row): Change[] => {
      const scale = scaleIn(measure, indexesOf(measure, row.id));
      const scaleBefore = scaleIn(last.measure, indexesOf(last.measure, row.id));
      if (!scale || !scaleBefore || !sameScale(scale, scaleBefore)) return [];
      const spread = usable(pooled[row.id]?.across) ?? cautiousSpread(scale);
      const found = changeOf(
        row,
        before.find((each) => each.id === row.id),
        spread.sd,
      );
      return found ? [found] : [];
    });
  const hats = changes(now.hats, last.content.hats, itemsOfHat, spreads.hats);
  const competencies = changes(
    now.competencies,
    last.content.competencies,
    itemsOfCompetency,
    spreads.competencies,
  );
  if (hats.length + competencies.length === 0) return null;
  const { others } = last.content.balance;
  return {
    cycleName: last.cycleName,
    closedOn: last.closedOn,
    others: others && { across: others.across, up: others.up, raters: others.raters },
    asked: last.asked,
    hats,
    competencies,
  };
}

function changeOf(row: ReportRow, before: ReportRow | undefined, sd: number): Change | null {
  const now = row.estimates[OTHERS];
  const then = before?.estimates[OTHERS];
  if (!now?.shown || !then?.shown) return null;
  const found = reliableRaterChange(then, now, sd ** 2);
  if (!found) return null;
  return {
    id: row.id,
    before: { mean: then.mean, n: then.n },
    now: { mean: now.mean, n: now.n },
    low: found.lower,
    high: found.upper,
    verdict: found.verdict,
  };
}

function scaleIn(measure: Measure, indexes: readonly number[]): Scale | null {
  return indexes.length === 0 ? null : scaleOf(measure, indexes);
}

function sameScale(a: Scale, b: Scale): boolean {
  return a.low === b.low && a.high === b.high && a.centre === b.centre;
}
