import type { PooledSpread, Scale } from "@twohats/disclosure";
import { normalQuantile } from "@twohats/psychometrics";
import {
  itemsOfCompetency,
  itemsOfHat,
  type Measure,
  scaleOf,
} from "~/features/questionnaires/domain/index.ts";
import { type HatChanges, type NoiseBand, noiseBands, type RoundChanges } from "./change-claims.ts";
import { groupsApart, type Squares } from "./groups-apart.ts";
import { cautiousSpread, usable } from "./intervals.ts";
import type { PooledSpreads } from "./pooled-spreads.ts";
import {
  type Change,
  OTHERS,
  type OwnFigures,
  type ReportContent,
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
  before: Change["before"];
  now: Change["now"];
  /** Error variance of the difference, in squared scale points, because raters differ. */
  raters: number;
  /** The same because means are rounded, and questions are not shown or not the same. */
  unknown: number;
  length: number;
};

/** The comparisons of one hat, and of its competencies; without a hat those of competencies that belong to none. */
export type ComparedHat = {
  hat: Comparison | null;
  competencies: Comparison[];
  /** Share of raters' error variance that all competencies have in common. */
  common: number;
  assumed: HatChanges["assumed"];
};

/** What is near an end both times is likely at the same place of its range: how far the two errors go together. */
const NEAR_END_TWICE = 0.6;

type Side = { measure: Measure; content: OwnFigures; parts: ReportParts };

/**
 * Others' means then and now, hat by hat with its competencies. The two rounds' raters count as independent, which is
 * cautious where some are the same. What was measured on another scale, or not at all, is left out.
 */
export function compareWithLast(
  last: LastTime,
  measure: Measure,
  content: OwnFigures,
  spreads: PooledSpreads,
): ComparedHat[] {
  const now: Side = { measure, content, parts: partsOfReport(measure, content) };
  const then: Side = {
    measure: last.measure,
    content: last.content,
    parts: partsOfReport(last.measure, last.content),
  };
  const hats = [...measure.hats, null].map((hat): ComparedHat => {
    const ids = measure.competencies.flatMap((each) => (each.hat === hat ? [each.id] : []));
    const own = (id: string) =>
      comparison({ kind: "competency", id }, { now, then }, spreads.competencies[id]?.across);
    const whole =
      hat === null
        ? null
        : comparison({ kind: "hat", id: hat }, { now, then }, spreads.hats[hat]?.across);
    const spread = hat === null ? null : usable(spreads.hats[hat]?.across);
    const single = ids.map((id) => usable(spreads.competencies[id]?.across));
    const common = commonShare(spread, single);
    const known = hat === null ? single.every((each) => each !== null) : spread !== null;
    return {
      hat: whole,
      competencies: ids.flatMap((id) => own(id) ?? []),
      common,
      assumed: known ? null : noiseByGroups([now, then], ids, common),
    };
  });
  return hats.filter(({ hat, competencies }) => hat !== null || competencies.length > 0);
}

/**
 * What raters of one kind share of their strictness in all competencies, where a round is too small to tell (halo;
 * Scullen, Mount and Goff 2000).
 */
const USUAL_COMMON = 0.6;
/** Neither nothing nor everything is shared, whatever spreads that are themselves estimates say. */
const COMMON = { least: 0.2, most: 0.95 };

/**
 * How much of raters' error variance in a competency all competencies of its hat have in common. A rater's mean over m
 * competencies varies by the common part and an m-th of the rest, so both follow from the spread of the hat and of its
 * competencies.
 */
function commonShare(
  hat: { sd: number } | null,
  competencies: readonly ({ sd: number } | null)[],
): number {
  const known = competencies.flatMap((each) => (each ? [each.sd ** 2] : []));
  const m = competencies.length;
  if (!hat || known.length < m || m < 2) return USUAL_COMMON;
  const single = known.reduce((sum, each) => sum + each, 0) / m;
  const common = (m * hat.sd ** 2 - single) / (m - 1);
  return Math.max(COMMON.least, Math.min(COMMON.most, common / single));
}

/** How far groups lie apart in both reports, by what the cautious spread would give. */
function noiseByGroups(
  sides: readonly Side[],
  ids: readonly string[],
  common: number,
): HatChanges["assumed"] {
  const found = sides.map(({ measure, content }) => {
    const rows = content.competencies.filter(({ id }) => ids.includes(id));
    const scale = measure.items.find(({ competency }) => ids.includes(competency ?? ""))?.scale;
    const rater = scale ? cautiousSpread(scale).sd ** 2 : 1;
    const apart = groupsApart(rows);
    const own = (1 - common) * rater;
    return {
      common: inUnits(apart.common, common * rater + own / Math.max(1, rows.length)),
      own: inUnits(apart.own, own),
    };
  });
  return {
    common: added(found.map((each) => each.common)),
    own: added(found.map((each) => each.own)),
  };
}

function inUnits({ squares, df }: Squares, unit: number): Squares {
  return { squares: squares / unit, df };
}

function added(all: readonly Squares[]): Squares {
  return {
    squares: all.reduce((sum, { squares }) => sum + squares, 0),
    df: all.reduce((sum, { df }) => sum + df, 0),
  };
}

function comparison(
  { kind, id }: { kind: "hat" | "competency"; id: string },
  { now, then }: { now: Side; then: Side },
  pooled: PooledSpread | undefined,
): Comparison | null {
  const [after, before] = [meanIn(now, kind, id), meanIn(then, kind, id)];
  if (!after || !before || !sameScale(after.scale, before.scale)) return null;
  const { sd } = usable(pooled) ?? cautiousSpread(after.scale);
  const length = after.scale.high - after.scale.low;
  return {
    id,
    before: before.told,
    now: after.told,
    raters: sd ** 2 * (1 / after.n + 1 / before.n),
    unknown:
      after.unknown +
      before.unknown -
      2 * NEAR_END_TWICE * Math.sqrt(after.nearEnd * before.nearEnd) +
      now.parts.itemVariance(OTHERS) * length ** 2 * otherItems(after.items, before.items) +
      2 * ROUNDING_VARIANCE,
    length,
  };
}

function meanIn({ measure, content, parts }: Side, kind: "hat" | "competency", id: string) {
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
  };
}

/**
 * How much two sets of questions differ in what they ask: by so many variances of one question; 0 for the same ones.
 */
function otherItems(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((id) => b.includes(id)).length;
  return (a.length - common) / a.length ** 2 + (b.length - common) / b.length ** 2;
}

function sameScale(a: Scale, b: Scale): boolean {
  return a.low === b.low && a.high === b.high && a.centre === b.centre;
}

/** A hat's comparisons in shares of the scale's length, so that those on different scales can be judged together. */
export function hatChanges({ hat, competencies, common, assumed }: ComparedHat): HatChanges {
  // A hat of which no competency can be compared is judged as one thing.
  const parts = competencies.length > 0 ? competencies : hat ? [hat] : [];
  const shared = parts.map(({ raters, length }) => (common * raters) / length ** 2);
  return {
    hat: hat && competencies.length > 0 ? { ...scaled(hat), extra: extraOf(hat, parts) } : null,
    common: Math.sqrt(mean(shared)),
    competencies: parts.map((each) => ({
      ...scaled(each),
      standardError: Math.sqrt(((1 - common) * each.raters + each.unknown) / each.length ** 2),
    })),
    assumed,
  };
}

function scaled({ id, before, now, length }: Comparison): { id: string; change: number } {
  return { id, change: (now.mean - before.mean) / length };
}

/** What is unknown of a hat besides what is of the competencies that it is judged by. */
function extraOf({ unknown, length }: Comparison, parts: readonly Comparison[]): number {
  const known = mean(parts.map((each) => each.unknown / each.length ** 2)) / parts.length;
  return Math.max(0, unknown / length ** 2 - known);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Half of a 95 % interval, in standard errors. */
const Z = normalQuantile(0.975);

/** What is told of the time before, with what may be claimed to have changed; null when nothing can be compared. */
export function sinceLastTime(
  last: LastTime,
  compared: readonly ComparedHat[],
  round: RoundChanges,
): SinceLastTime | null {
  if (compared.length === 0) return null;
  const told = compared.map(({ hat, ...own }) => {
    const bands = noiseBands(hatChanges({ hat, ...own }), round);
    const alone = (each: Comparison) => bands.competencies.get(each.id);
    return {
      // A hat without competencies was judged as one thing.
      hats: hat ? [toldChange(hat, bands.hat ?? alone(hat))] : [],
      competencies: own.competencies.map((each) => toldChange(each, alone(each))),
    };
  });
  const { others } = last.content.balance;
  return {
    cycleName: last.cycleName,
    closedOn: last.closedOn,
    others: others && { across: others.across, up: others.up, raters: others.raters },
    asked: last.asked,
    claims: "round",
    hats: told.flatMap(({ hats }) => hats),
    competencies: told.flatMap(({ competencies }) => competencies),
  };
}

/** Bands are told with two decimals; what lies on their edge is no change. */
const EDGE = 0.005;

function toldChange(compared: Comparison, band: NoiseBand | undefined): Change {
  if (!band) throw new Error(`nothing was decided of the change of ${compared.id}`);
  const { id, before, now, length } = compared;
  const difference = now.mean - before.mean;
  const half = Z * Math.sqrt(compared.raters + compared.unknown);
  const noise = { low: band.low * length, high: band.high * length };
  return {
    id,
    before,
    now,
    low: difference - half,
    high: difference + half,
    noise,
    verdict:
      difference > noise.high + EDGE
        ? "up"
        : difference < noise.low - EDGE
          ? "down"
          : "within-noise",
  };
}
