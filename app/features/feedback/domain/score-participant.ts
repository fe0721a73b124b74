import {
  bundle,
  type Comment,
  type CommentDecision,
  type Disclosed,
  type DisclosurePolicy,
  decideComments,
  derive,
  discloseReportFigures,
  type GroupFigures,
  type Leniency,
  type Marginals,
  type ReportFigures,
  type Scale,
} from "@twohats/disclosure";
import { balanceOf } from "./balance.ts";
import {
  agreementOver,
  combinedEstimate,
  gapBetween,
  interval,
  itemEstimates,
  type SpreadPair,
} from "./estimates.ts";
import { itemVariance, type Known, knownOfCompetency, knownOfHat } from "./known-parts.ts";
import { itemsOfCompetency, itemsOfHat, type Measure, scaleOf } from "./measure.ts";
import type { PooledSpreads, ScoredResponse } from "./pooled-spreads.ts";
import { relationships } from "./relationship.ts";
import {
  type Adjusted,
  type Estimate,
  type Minima,
  OTHERS,
  type ReportContent,
  type ReportRow,
  SELF,
} from "./report-content.ts";
import { roundReport } from "./round-report.ts";
import { type LastTime, sinceLastTime } from "./since-last-time.ts";

type Scoring = {
  measure: Measure;
  /** Submitted responses about this participant. */
  responses: readonly ScoredResponse[];
  /** Relationships under which someone was asked. */
  asked: readonly string[];
  comments: readonly Comment[];
  spreads: Disclosed<PooledSpreads>;
  /** How lenient this participant's raters are, by hat and competency; none where no model could be fitted. */
  leniency: Readonly<Record<string, Disclosed<Leniency>>>;
  /** What this participant was shown before; null the first time. */
  lastTime: LastTime | null;
  policy: DisclosurePolicy;
  /** How each item's answers fall over the whole round, by item id. */
  marginals: Readonly<Record<string, Marginals>>;
  /** Draws from 0 up to 1 that nobody can foresee or repeat. */
  chance: () => number;
  /** Decides the order of comments; must say nothing about raters. */
  seed: string;
};

/** The frozen result for one participant: everything in it passed disclosure, intervals included. */
export function scoreParticipant(scoring: Scoring): Disclosed<ReportContent> {
  const { measure, comments, spreads, leniency, lastTime, policy, seed } = scoring;
  const { responses, asked, marginals, chance } = scoring;
  const { items, competencies } = measure;
  const figures = discloseReportFigures(
    { items, competencies, responses, asked, marginals, chance },
    policy,
  );
  const parts = bundle({
    figures,
    comments: decideComments(comments, policy, seed),
    spreads,
    leniency: bundle(leniency),
  });
  const { minimum, minimumForDistribution, minimumCommenters } = policy;
  const minima = {
    raters: minimum,
    spread: minimumForDistribution,
    commenters: minimumCommenters,
  };
  // The report before is no answer of this round: the participant has it.
  return derive(parts, (shown) => roundReport(reportContent(measure, shown, lastTime, minima)));
}

type Shown = {
  figures: ReportFigures;
  comments: CommentDecision;
  spreads: PooledSpreads;
  leniency: Readonly<Record<string, Leniency>>;
};

function reportContent(
  measure: Measure,
  shown: Shown,
  lastTime: LastTime | null,
  minima: Minima,
): ReportContent {
  const { figures, comments, spreads } = shown;
  const { decision } = figures;
  const parts = partsOf(measure, figures);
  const hats = measure.hats.map((hat) =>
    rowOf(measure, shown, {
      id: hat,
      hat,
      indexes: itemsOfHat(measure, hat),
      figureOf: (group) => group.hats[hat],
      knownOf: (group) => parts.hat(group, hat),
      spread: spreads.hats[hat],
    }),
  );
  const competencies = measure.competencies.map(({ id, hat }) =>
    rowOf(measure, shown, {
      id,
      hat,
      indexes: itemsOfCompetency(measure, id),
      figureOf: (group) => group.competencies[id],
      knownOf: (group) => parts.competency(group, id),
      spread: spreads.competencies[id],
    }),
  );
  return {
    format: 2,
    minima,
    groups: inOrder(decision.groups).map(({ id, relationships, raters, identified }) => ({
      id,
      relationships,
      raters,
      identified,
    })),
    hidden: decision.hidden.map(({ relationship, reason }) => ({ relationship, reason })),
    all: decision.all.shown ? { raters: decision.all.raters } : null,
    hats,
    competencies,
    items: measure.items.map(({ id, competency, scale }) => ({
      id,
      competency,
      estimates: itemEstimates(id, figures, scale),
    })),
    balance: balanceOf(measure, figures, spreads, parts.hat),
    comments,
    sinceLastTime: lastTime && sinceLastTime(lastTime, measure, { hats, competencies }, spreads),
  };
}

type Figure = {
  id: string;
  hat: string | null;
  indexes: readonly number[];
  figureOf: (group: GroupFigures) => Parameters<typeof combinedEstimate>[0];
  knownOf: (group: GroupFigures) => Known | null;
  spread: SpreadPair;
};

/** What the means of one report rest on. How far questions differ is told best by all raters together. */
function partsOf(measure: Measure, { figures }: ReportFigures) {
  const all = measure.competencies.map(({ id, hat }) => ({
    id,
    hat,
    items: itemsOfCompetency(measure, id).flatMap((index) => measure.items[index] ?? []),
  }));
  const widest = figures.find(({ id }) => id === OTHERS);
  const variances = new Map<string, number>();
  const variance = (group: GroupFigures) => {
    const known = variances.get(group.id);
    if (known !== undefined) return known;
    const found = itemVariance(
      widest ?? group,
      all.map(({ items }) => items),
    );
    variances.set(group.id, found);
    return found;
  };
  return {
    competency: (group: GroupFigures, competency: string) =>
      knownOfCompetency(
        group,
        all.find(({ id }) => id === competency)?.items ?? [],
        variance(group),
      ),
    hat: (group: GroupFigures, own: string) =>
      knownOfHat(
        group,
        all.filter(({ hat }) => hat === own),
        variance(group),
      ),
  };
}

/** One hat or competency, for every group. */
function rowOf(
  measure: Measure,
  { figures, leniency }: Shown,
  { id, hat, indexes, figureOf, knownOf, spread }: Figure,
): ReportRow {
  const scale = scaleOf(measure, indexes);
  const items = indexes.flatMap((index) => measure.items[index] ?? []);
  const estimates = Object.fromEntries(
    figures.figures.map((group) => [
      group.id,
      combinedEstimate(figureOf(group), group.id, {
        spread,
        scale,
        agreement: agreementOver(group, items),
        known: knownOf(group),
      }),
    ]),
  );
  return {
    id,
    hat,
    estimates,
    gap: gapBetween(estimates[SELF], estimates[OTHERS]),
    adjusted: adjusted(estimates[OTHERS], leniency[id], scale),
  };
}

/** Others' mean less their average leniency. Its interval is as wide: leniency is known better than one participant is. */
function adjusted(
  others: Estimate | undefined,
  leniency: Leniency | undefined,
  scale: Scale,
): Adjusted | null {
  if (!others?.shown || others.low === null || others.high === null || !leniency?.shown)
    return null;
  const mean = Math.max(scale.low, Math.min(scale.high, others.mean - leniency.mean));
  const half = Math.max(others.high - others.mean, others.mean - others.low);
  return { mean, ...interval(mean, half, scale), shift: leniency.mean, raters: leniency.n };
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
