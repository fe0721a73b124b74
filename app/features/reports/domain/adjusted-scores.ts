import { type PredictedMean, predictMeans } from "@twohats/psychometrics";
import { type Measure, scaleOf } from "~/features/questionnaires/domain/index.ts";
import { interval, type SpreadPair } from "./estimates.ts";
import { usable } from "./intervals.ts";
import { type Adjusted, OTHERS, type ReportRow } from "./report-content.ts";
import { partsOfReport } from "./report-parts.ts";
import { type RoundMember, shownMeans } from "./shown-means.ts";

/** A hat or competency over a whole round: how its raters differ, as far as that may be shown. */
type AdjustedFigure = {
  id: string;
  kind: "hat" | "competency";
  indexes: readonly number[];
  spread: SpreadPair;
};

/**
 * The share of raters' differing that they take along to whomever they rate (about a third: Hoyt 2000). Not the round's
 * own: that rests on single answers, and would tell of them.
 */
const USUAL_LENIENCY = 1 / 3;
/** How far kinds of raters (managers, peers) usually lie apart, as a share of the scale's length. */
const KIND_SD = 0.05;
/** No further apart than this do participants truly lie, as a share of the scale's length. */
const MOST_BETWEEN = 0.5;

/**
 * What others would say of each participant if very many such raters rated them, all using the scale alike: a
 * prediction from nothing but the means that the reports of the round show, and who was asked about whom
 * (`predictMeans`). It therefore tells nothing of a single rater that those do not. Empty where the round may not show
 * how its raters differ, which it may from 20 participants.
 */
export function adjustedScores(
  measure: Measure,
  members: readonly RoundMember[],
  figure: AdjustedFigure,
): Record<string, Adjusted> {
  const spread = usable(figure.spread?.within) ?? usable(figure.spread?.across);
  if (!spread || !usable(figure.spread?.across)) return {};
  const scale = scaleOf(measure, figure.indexes);
  const length = scale.high - scale.low;
  const rater = spread.sd ** 2;
  const rows = members.flatMap((member) => {
    const row = rowOf(member, figure);
    return row ? [{ member, row }] : [];
  });
  const observed = rows.flatMap(({ member, row }) =>
    shownMeans(member, row, {
      known: (group) => partsOfReport(measure, member.content)[figure.kind](group, figure.id),
      rater,
    }),
  );
  const found = predictMeans(
    observed,
    { rater, leniency: USUAL_LENIENCY, kind: (KIND_SD * length) ** 2 },
    { most: MOST_BETWEEN * length },
  );
  const predicted = new Map(found?.ratees.map((each) => [each.ratee, each]));
  return Object.fromEntries(
    rows.flatMap(({ member, row }): [string, Adjusted][] => {
      const own = predicted.get(member.participantId);
      const others = row.estimates[OTHERS];
      if (!own || !others?.shown) return [];
      return [[member.participantId, adjusted(own, others, scale)]];
    }),
  );
}

function adjusted(
  { estimate, upper }: PredictedMean,
  others: { mean: number; n: number },
  scale: { low: number; high: number },
): Adjusted {
  const mean = Math.max(scale.low, Math.min(scale.high, estimate));
  return {
    mean,
    ...interval(mean, upper - estimate, scale),
    shift: others.mean - mean,
    raters: others.n,
  };
}

function rowOf({ content }: RoundMember, { id, kind }: AdjustedFigure): ReportRow | undefined {
  const rows = kind === "hat" ? content.hats : content.competencies;
  return rows.find((each) => each.id === id);
}
