import {
  bundle,
  type CombinedFigure,
  type Comment,
  type CommentDecision,
  type Disclosed,
  type DisclosurePolicy,
  decideComments,
  derive,
  discloseReportFigures,
  type GroupFigures,
  type PooledSpread,
  type ReportFigures,
  type Scale,
} from "@twohats/disclosure";
import { cautiousSpread, halfWidth, meanEllipse, usable } from "./intervals.ts";
import { itemsOfCompetency, itemsOfHat, type Measure } from "./measure.ts";
import type { PooledSpreads, ScoredResponse } from "./pooled-spreads.ts";
import { relationships } from "./relationship.ts";
import {
  type Estimate,
  type Gap,
  OTHERS,
  type ReportContent,
  type ReportRow,
  SELF,
} from "./report-content.ts";

type Scoring = {
  measure: Measure;
  /** Submitted responses about this participant. */
  responses: readonly ScoredResponse[];
  /** Relationships under which someone was asked. */
  asked: readonly string[];
  comments: readonly Comment[];
  spreads: Disclosed<PooledSpreads>;
  policy: DisclosurePolicy;
  /** Decides the order of comments; must say nothing about raters. */
  seed: string;
};

/** A gap smaller than this is not worth a word, however sure. In scale points. */
const LEAST_GAP = 0.5;

/** The frozen result for one participant: everything in it passed disclosure, intervals included. */
export function scoreParticipant(scoring: Scoring): Disclosed<ReportContent> {
  const { measure, responses, asked, comments, spreads, policy, seed } = scoring;
  const { items, competencies } = measure;
  const figures = discloseReportFigures({ items, competencies, responses, asked }, policy);
  const parts = bundle({ figures, comments: decideComments(comments, policy, seed), spreads });
  return derive(parts, (shown) => reportContent(measure, shown));
}

type Shown = { figures: ReportFigures; comments: CommentDecision; spreads: PooledSpreads };

function reportContent(measure: Measure, { figures, comments, spreads }: Shown): ReportContent {
  const { decision } = figures;
  const row = (
    id: string,
    hat: string | null,
    figureOf: (group: GroupFigures) => CombinedFigure | undefined,
    spread: Pair,
  ): ReportRow => {
    const indexes = id === hat ? itemsOfHat(measure, hat) : itemsOfCompetency(measure, id);
    const scale = scaleOf(measure, indexes);
    const estimates = Object.fromEntries(
      figures.figures.map((group) => [
        group.id,
        estimate(figureOf(group), group.id, spread, scale),
      ]),
    );
    const gap = gapBetween(estimates[SELF], estimates[OTHERS]);
    return { id, hat, estimates: onScale(estimates, scale), gap };
  };
  return {
    format: 1,
    groups: inOrder(decision.groups).map(({ id, relationships, raters, identified }) => ({
      id,
      relationships,
      raters,
      identified,
    })),
    hidden: decision.hidden.map(({ relationship, reason }) => ({ relationship, reason })),
    all: decision.all.shown ? { raters: decision.all.raters } : null,
    hats: measure.hats.map((hat) => row(hat, hat, (group) => group.hats[hat], spreads.hats[hat])),
    competencies: measure.competencies.map(({ id, hat }) =>
      row(id, hat, (group) => group.competencies[id], spreads.competencies[id]),
    ),
    items: measure.items.map(({ id, competency, scale }) => ({
      id,
      competency,
      estimates: onScale(itemEstimates(id, figures), scale),
    })),
    balance: balance(measure, figures, spreads),
    comments,
  };
}

/** An interval says where a mean lies, and no mean lies off its scale. */
function onScale(
  estimates: Record<string, Estimate>,
  { low, high }: { low: number; high: number },
): Record<string, Estimate> {
  return Object.fromEntries(
    Object.entries(estimates).map(([group, figure]) => {
      if (!figure.shown || figure.low === null || figure.high === null) return [group, figure];
      return [
        group,
        { ...figure, low: Math.max(low, figure.low), high: Math.min(high, figure.high) },
      ];
    }),
  );
}

/** Groups in the order of relationships, so that every report reads alike. */
function inOrder<Group extends { relationships: readonly string[] }>(
  groups: readonly Group[],
): Group[] {
  const order: readonly string[] = relationships;
  const rank = (group: Group) =>
    Math.min(...group.relationships.map((each) => order.indexOf(each)));
  return groups.toSorted((a, b) => rank(a) - rank(b));
}

/** The scale of some items. Items that are averaged share one. */
function scaleOf(measure: Measure, indexes: readonly number[]): Scale {
  const scale = measure.items[indexes[0] ?? -1]?.scale;
  if (!scale) throw new Error("a competency or hat without items");
  return scale;
}

type Pair = { within: PooledSpread; across: PooledSpread } | undefined;

function estimate(
  figure: CombinedFigure | undefined,
  group: string,
  spread: Pair,
  scale: Scale,
): Estimate {
  if (!figure) return { shown: false, reason: "hidden-no-answer" };
  if (!figure.shown) return figure;
  const { mean, n, shares, sdAtMost } = figure;
  const plain = { shown: true, mean, n, shares } as const;
  if (group === SELF) return { ...plain, low: null, high: null };
  const pooled = usable(group === OTHERS ? spread?.across : spread?.within);
  const half = halfWidth(pooled ?? ownSpread(sdAtMost, n) ?? cautiousSpread(scale), n);
  return { ...plain, low: mean - half, high: mean + half };
}

function ownSpread(sd: number | null, n: number) {
  return sd === null || sd === 0 || n < 2 ? null : { sd, df: n - 1 };
}

function gapBetween(self: Estimate | undefined, others: Estimate | undefined): Gap | null {
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

/** Item by item there is no pooled spread worth having: a group's own is used where it may be shown. */
function itemEstimates(id: string, figures: ReportFigures): Record<string, Estimate> {
  return Object.fromEntries(
    figures.figures.map((group): [string, Estimate] => {
      const figure = group.items[id];
      if (!figure) return [group.id, { shown: false, reason: "hidden-no-answer" }];
      if (!figure.shown) return [group.id, figure];
      const { mean, n, spread } = figure;
      const sure = spread.shown ? ownSpread(spread.sd, n) : null;
      const half = sure && halfWidth(sure, n);
      const shares = spread.shown ? spread.shares : null;
      return [
        group.id,
        {
          shown: true,
          mean,
          n,
          shares,
          low: half === null ? null : mean - half,
          high: half === null ? null : mean + half,
        },
      ];
    }),
  );
}

function balance(
  measure: Measure,
  figures: ReportFigures,
  spreads: PooledSpreads,
): ReportContent["balance"] {
  const [across, up] = measure.hats;
  const point = (groupId: string) => {
    const group = figures.figures.find((each) => each.id === groupId);
    const first = group?.hats[across];
    const second = group?.hats[up];
    return first?.shown && second?.shown
      ? { across: first.mean, up: second.mean, n: Math.min(first.n, second.n) }
      : null;
  };
  const self = point(SELF);
  const others = point(OTHERS);
  const sure = [spreads.hats[across]?.across, spreads.hats[up]?.across, spreads.sum].map((spread) =>
    usable(spread),
  );
  const assumed = cautiousSpread(scaleOf(measure, itemsOfHat(measure, across)));
  // Where nothing is known the hats are taken as independent.
  const [first, second, sum] = sure.every((spread) => spread !== null)
    ? sure
    : [assumed, assumed, { ...assumed, sd: assumed.sd * Math.SQRT2 }];
  return {
    self: self && { across: self.across, up: self.up },
    others: others && {
      across: others.across,
      up: others.up,
      raters: others.n,
      ellipse: first && second && sum ? meanEllipse(first, second, sum, others.n) : null,
    },
  };
}
