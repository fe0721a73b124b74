import type { PooledSpread, Scale } from "@twohats/disclosure";
import { normalQuantile } from "@twohats/psychometrics";
import { claimChange, type RoundChanges, type ScaledChange } from "./change-claims.ts";
import { cautiousSpread, usable } from "./intervals.ts";
import { itemsOfCompetency, itemsOfHat, type Measure, scaleOf } from "./measure.ts";
import type { PooledSpreads } from "./pooled-spreads.ts";
import {
  type Change,
  OTHERS,
  type OwnFigures,
  type ReportContent,
  type ReportRow,
  SELF,
  type SinceLastTime,
} from "./report-content.ts";
import { partsOfReport, type ReportParts } from "./report-parts.ts";
import { ROUNDING_VARIANCE } from "./shown-means.ts";

/** The participant's report before, as it was shown to them, and what it measured. */
export type LastTime = {
  cycleName: string;
  closedOn: string;
  content: ReportContent;
  measure: Measure;
  asked: SinceLastTime["asked"];
};

/** A mean of others then and now, before it is decided what may be claimed of it. */
export type Comparison = {
  id: string;
  kind: "hat" | "competency";
  before: Change["before"];
  now: Change["now"];
  /** Of the difference, in scale points: raters differ, means are rounded, questions are not shown or not the same. */
  standardError: number;
  assumed: ScaledChange["assumed"];
  length: number;
};

/** What is near an end both times is likely at the same place of its range: how far the two errors go together. */
const NEAR_END_TWICE = 0.6;

type Side = { measure: Measure; content: OwnFigures; parts: ReportParts };

/**
 * Others' means then and now, hat by hat and competency by competency. The two rounds' raters count as independent, which is cautious where
 * some are the same. What was measured on another scale, or not at all, is left out.
 */
export function compareWithLast(
  last: LastTime,
  measure: Measure,
  content: OwnFigures,
  spreads: PooledSpreads,
): Comparison[] {
  const now: Side = { measure, content, parts: partsOfReport(measure, content) };
  const then: Side = {
    measure: last.measure,
    content: last.content,
    parts: partsOfReport(last.measure, last.content),
  };
  const kinds = [
    { kind: "hat", rows: content.hats, pooled: spreads.hats },
    { kind: "competency", rows: content.competencies, pooled: spreads.competencies },
  ] as const;
  return kinds.flatMap(({ kind, rows, pooled }) =>
    rows.flatMap(({ id }) => comparison(kind, id, { now, then }, pooled[id]?.across) ?? []),
  );
}

function comparison(
  kind: Comparison["kind"],
  id: string,
  { now, then }: { now: Side; then: Side },
  pooled: PooledSpread | undefined,
): Comparison | null {
  const [after, before] = [meanIn(now, kind, id), meanIn(then, kind, id)];
  if (!after || !before || !sameScale(after.scale, before.scale)) return null;
  const spread = usable(pooled);
  const { sd } = spread ?? cautiousSpread(after.scale);
  const length = after.scale.high - after.scale.low;
  const variance =
    sd ** 2 * (1 / after.n + 1 / before.n) +
    after.unknown +
    before.unknown -
    2 * NEAR_END_TWICE * Math.sqrt(after.nearEnd * before.nearEnd) +
    now.parts.itemVariance(OTHERS) * length ** 2 * otherItems(after.items, before.items) +
    2 * ROUNDING_VARIANCE;
  return {
    id,
    kind,
    before: before.told,
    now: after.told,
    standardError: Math.sqrt(variance),
    assumed: spread ? null : added(after.apart(sd), before.apart(sd)),
    length,
  };
}

function meanIn({ measure, content, parts }: Side, kind: Comparison["kind"], id: string) {
  const rows = kind === "hat" ? content.hats : content.competencies;
  const row = rows.find((each) => each.id === id);
  const figure = row?.estimates[OTHERS];
  const indexes = kind === "hat" ? itemsOfHat(measure, id) : itemsOfCompetency(measure, id);
  if (!row || !figure?.shown || indexes.length === 0) return null;
  const { mean, n } = figure;
  const known = parts[kind](OTHERS, id) ?? { n, unknown: 0, nearEnd: 0 };
  return {
    told: { mean, n },
    n: known.n,
    unknown: known.unknown,
    nearEnd: known.nearEnd,
    scale: scaleOf(measure, indexes),
    items: indexes.map((index) => measure.items[index]?.id ?? ""),
    apart: (sd: number) => groupsApart(row, sd),
  };
}

/** How far the means of groups lie apart, by what raters' differing (`sd`) would give: a sum of squares with its degrees of freedom. */
function groupsApart({ estimates }: ReportRow, sd: number): { squares: number; df: number } {
  const groups = Object.entries(estimates).flatMap(([id, each]) =>
    id !== SELF && id !== OTHERS && each.shown ? [each] : [],
  );
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const centre = groups.reduce((sum, group) => sum + group.n * group.mean, 0) / n;
  const squares = groups.reduce((sum, group) => sum + group.n * (group.mean - centre) ** 2, 0);
  return { squares: groups.length < 2 ? 0 : squares / sd ** 2, df: Math.max(0, groups.length - 1) };
}

function added(a: { squares: number; df: number }, b: { squares: number; df: number }) {
  return { squares: a.squares + b.squares, df: a.df + b.df };
}

/** How much two sets of questions differ in what they ask: by so many variances of one question; 0 for the same ones. */
function otherItems(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((id) => b.includes(id)).length;
  return (a.length - common) / a.length ** 2 + (b.length - common) / b.length ** 2;
}

function sameScale(a: Scale, b: Scale): boolean {
  return a.low === b.low && a.high === b.high && a.centre === b.centre;
}

/** A comparison in shares of the scale's length, so that those on different scales can be judged together. */
export function scaledChange({
  before,
  now,
  standardError,
  assumed,
  length,
}: Comparison): ScaledChange {
  return {
    change: (now.mean - before.mean) / length,
    standardError: standardError / length,
    assumed,
  };
}

/** Half of a 95 % interval, in standard errors. */
const Z = normalQuantile(0.975);

/** What is told of the time before, with what may be claimed to have changed; null when nothing can be compared. */
export function sinceLastTime(
  last: LastTime,
  compared: readonly Comparison[],
  round: RoundChanges,
): SinceLastTime | null {
  if (compared.length === 0) return null;
  const of = (kind: Comparison["kind"]) =>
    compared.flatMap((each) => (each.kind === kind ? [told(each, round)] : []));
  const { others } = last.content.balance;
  return {
    cycleName: last.cycleName,
    closedOn: last.closedOn,
    others: others && { across: others.across, up: others.up, raters: others.raters },
    asked: last.asked,
    claims: "round",
    hats: of("hat"),
    competencies: of("competency"),
  };
}

function told(compared: Comparison, round: RoundChanges): Change {
  const { id, before, now, standardError, length } = compared;
  const { verdict, noise } = claimChange(scaledChange(compared), round);
  const difference = now.mean - before.mean;
  return {
    id,
    before,
    now,
    low: difference - Z * standardError,
    high: difference + Z * standardError,
    noise: noise * length,
    verdict,
  };
}
