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
  type Marginals,
  type ReportFigures,
} from "@twohats/disclosure";
import {
  itemsOfCompetency,
  itemsOfHat,
  type Measure,
  relationships,
  scaleOf,
} from "~/features/questionnaires/domain/index.ts";
import { balanceOf } from "./balance.ts";
import {
  agreementOver,
  combinedEstimate,
  gapBetween,
  itemEstimates,
  type SpreadPair,
} from "./estimates.ts";
import type { Known } from "./known-parts.ts";
import type { PooledSpreads } from "./pooled-spreads.ts";
import type { ScoredResponse } from "./rated-response.ts";
import { type Minima, OTHERS, type OwnFigures, type ReportRow, SELF } from "./report-content.ts";
import { partsOf } from "./report-parts.ts";
import { roundFigures } from "./round-report.ts";

type Scoring = {
  measure: Measure;
  /** Submitted responses about this participant. */
  responses: readonly ScoredResponse[];
  /** Relationships under which someone was asked. */
  asked: readonly string[];
  comments: readonly Comment[];
  spreads: Disclosed<PooledSpreads>;
  policy: DisclosurePolicy;
  /** How each item's answers fall over the whole round, by item id. */
  marginals: Readonly<Record<string, Marginals>>;
  /** Draws from 0 up to 1 that nobody can foresee or repeat. */
  chance: () => number;
  /** Decides the order of comments; must say nothing about raters. */
  seed: string;
};

/**
 * One participant's own figures: everything in them passed disclosure, intervals included. What rests on all reports of
 * the round is added by `completeReport`.
 */
export function scoreParticipant(scoring: Scoring): Disclosed<OwnFigures> {
  const { measure, comments, spreads, policy, seed } = scoring;
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
  });
  const { minimum, minimumForDistribution, minimumCommenters } = policy;
  const minima = {
    raters: minimum,
    spread: minimumForDistribution,
    commenters: minimumCommenters,
  };
  return derive(parts, (shown) => roundFigures(reportContent(measure, shown, minima)));
}

type Shown = {
  figures: ReportFigures;
  comments: CommentDecision;
  spreads: PooledSpreads;
};

function reportContent(measure: Measure, shown: Shown, minima: Minima): OwnFigures {
  const { figures, comments, spreads } = shown;
  const { decision } = figures;
  const parts = partsOf(measure, figures.figures);
  const hats = measure.hats.map((hat) =>
    rowOf(measure, shown, {
      id: hat,
      hat,
      indexes: itemsOfHat(measure, hat),
      figureOf: (group) => group.hats[hat],
      knownOf: (group) => parts.hat(group.id, hat),
      spread: spreads.hats[hat],
    }),
  );
  const competencies = measure.competencies.map(({ id, hat }) =>
    rowOf(measure, shown, {
      id,
      hat,
      indexes: itemsOfCompetency(measure, id),
      figureOf: (group) => group.competencies[id],
      knownOf: (group) => parts.competency(group.id, id),
      spread: spreads.competencies[id],
    }),
  );
  return {
    format: 4,
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
    balance: balanceOf(measure, figures, spreads, parts),
    comments,
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

/** One hat or competency, for every group. */
function rowOf(
  measure: Measure,
  { figures }: Shown,
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
    adjusted: null,
  };
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
