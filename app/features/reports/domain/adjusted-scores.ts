import { type PredictedMean, predictMeans, tQuantile } from "@twohats/psychometrics";
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
 * Shares of raters' differing that they take along to whomever they rate, and how likely each is: a quarter to a third
 * as a rule, from hardly any to most of it (Kenny 1994; Hoyt 2000). Not the round's own: that rests on single answers,
 * and would tell of them. As which it is here is not known, a prediction is made with each, and what they differ by
 * widens the interval.
 */
const LENIENCIES = [
  { leniency: 0.1, likely: 0.5 },
  { leniency: 1 / 3, likely: 0.3 },
  { leniency: 0.6, likely: 0.2 },
];
const LEVEL = 0.95;
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
  // What the raters' variance is expected to be, once it was estimated with so many degrees of freedom.
  const rater = spread.sd ** 2 * (spread.df / (spread.df - 2));
  const width = tQuantile((1 + LEVEL) / 2, spread.df);
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
  const predictions = LENIENCIES.map(({ leniency, likely }) => {
    const variances = { rater, leniency, kind: (KIND_SD * length) ** 2 };
    const found = predictMeans(observed, variances, { most: MOST_BETWEEN * length });
    return new Map(found?.ratees.map((each) => [each.ratee, { ...each, likely }]));
  });
  return Object.fromEntries(
    rows.flatMap(({ member, row }): [string, Adjusted][] => {
      const own = predictions.flatMap((each) => each.get(member.participantId) ?? []);
      const others = row.estimates[OTHERS];
      if (own.length === 0 || !others?.shown) return [];
      return [[member.participantId, adjusted(own, others, { scale, width })]];
    }),
  );
}

type Likely = PredictedMean & { likely: number };

/** Predictions as one: their mean, each as likely as it is, with what lies within and between them. */
function adjusted(
  predicted: readonly Likely[],
  others: { mean: number; n: number },
  { scale, width }: { scale: { low: number; high: number }; width: number },
): Adjusted {
  const over = (value: (one: Likely) => number) =>
    predicted.reduce((sum, one) => sum + one.likely * value(one), 0);
  const mean = over(({ estimate }) => estimate);
  const variance = over(({ sd, estimate }) => sd ** 2 + (estimate - mean) ** 2);
  const kept = Math.max(scale.low, Math.min(scale.high, mean));
  return {
    mean: kept,
    ...interval(kept, width * Math.sqrt(variance), scale),
    shift: others.mean - kept,
    raters: others.n,
  };
}

function rowOf({ content }: RoundMember, { id, kind }: AdjustedFigure): ReportRow | undefined {
  const rows = kind === "hat" ? content.hats : content.competencies;
  return rows.find((each) => each.id === id);
}
