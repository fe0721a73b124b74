import { inverse, type Matrix, times, transposed } from "./matrix.ts";
import { type Round, spread } from "./round.ts";

/** Published figures are rounded to tenths: each is off by up to this, with this variance. */
export const HALF_STEP = 0.05;
const ROUNDING = (2 * HALF_STEP) ** 2 / 12;
/** Adjusted means come for twelve competencies; whoever averages them has their rounding that much smaller. */
const FIGURES = 12;

/** Everything that is unknown: scores, then how far each mean was rounded, then how far each adjusted mean was. */
export type Unknown = {
  readonly scores: number;
  readonly means: Matrix;
  /** Covariance of all unknowns, and of raters' leniency with them. */
  readonly covariance: Matrix;
  readonly leniency: Matrix;
};

/**
 * Means that a report shows: of all raters, of the manager alone, of peers and of reports from three. Rows over scores.
 */
function publishedMeans({ participants, scores }: Round): number[][] {
  return Array.from({ length: participants }, (_, participant) => {
    const own = scores.map((score) => score.participant === participant);
    const rows = [own];
    for (const relationship of ["manager", "peer", "report"] as const) {
      const group = scores.map(
        (score, at) => own[at] === true && score.relationship === relationship,
      );
      const n = group.filter(Boolean).length;
      const whole = n === own.filter(Boolean).length;
      if (!whole && (n >= 3 || (n > 0 && relationship === "manager"))) rows.push(group);
    }
    return rows.map((row) => {
      const n = row.filter(Boolean).length;
      return row.map((within) => (within ? 1 / n : 0));
    });
  }).flat();
}

/** What an attacker takes for granted: normal scores with the round's true variances. */
export function unknownOf(round: Round): Unknown {
  const { scores, participants } = round;
  const means = publishedMeans(round);
  const size = scores.length + means.length + participants;
  const covariance = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [i, a] of scores.entries())
    for (const [j, b] of scores.entries()) {
      let value = 1;
      if (a.participant === b.participant) value += spread.participant ** 2;
      if (a.rater === b.rater) value += spread.leniency ** 2;
      if (i === j) value += spread.pair ** 2;
      (covariance[i] ?? [])[j] = value;
    }
  for (let at = scores.length; at < size; at++)
    (covariance[at] ?? [])[at] = at < scores.length + means.length ? ROUNDING : ROUNDING / FIGURES;
  const leniency = Array.from({ length: round.raters }, (_, rater) =>
    Array.from({ length: size }, (_, at) =>
      scores[at]?.rater === rater ? spread.leniency ** 2 : 0,
    ),
  );
  return { scores: scores.length, means, covariance, leniency };
}

/** Published means as statements about the unknowns. */
export function meanStatements({ scores, means, covariance }: Unknown): number[][] {
  return means.map((row, at) => {
    const whole = new Array<number>(covariance.length).fill(0);
    for (const [i, weight] of row.entries()) whole[i] = weight;
    whole[scores + at] = 1;
    return whole;
  });
}

/**
 * How an adjusted mean may be made: from published means alone, from every single score, or as below, without rounding.
 */
export type Making = "means" | "scores" | "leave-one-out";

/** The adjusted means as statements about the unknowns. */
export function adjustedStatements(round: Round, unknown: Unknown, from: Making): number[][] {
  return from === "leave-one-out"
    ? leaveOneOutStatements(round, unknown)
    : predictedStatements(round, unknown, from);
}

/**
 * An idea that was given up: each participant's mean less how lenient its raters were towards others (how far their
 * scores lie from those participants' means), in all its decimals.
 */
function leaveOneOutStatements({ participants, scores }: Round, unknown: Unknown): number[][] {
  const size = unknown.covariance.length;
  const by = (pick: "participant" | "rater") => {
    const found = new Map<number, number[]>();
    for (const [at, score] of scores.entries())
      found.set(score[pick], [...(found.get(score[pick]) ?? []), at]);
    return found;
  };
  const [ofParticipant, ofRater] = [by("participant"), by("rater")];
  return Array.from({ length: participants }, (_, participant) => {
    const row = new Array<number>(size).fill(0);
    const add = (at: number, weight: number) => {
      row[at] = (row[at] ?? 0) + weight;
    };
    const own = ofParticipant.get(participant) ?? [];
    for (const at of own) {
      add(at, 1 / own.length);
      const elsewhere = (ofRater.get(scores[at]?.rater ?? -1) ?? []).filter(
        (other) => other !== at,
      );
      for (const other of elsewhere) {
        const weight = 1 / own.length / elsewhere.length;
        add(other, -weight);
        const theirs = ofParticipant.get(scores[other]?.participant ?? -1) ?? [];
        for (const each of theirs) add(each, weight / theirs.length);
      }
    }
    return row;
  });
}

/**
 * The best linear prediction of each participant in the crossed model of participant, rater and
 * residual, from every single score (`scores`) or from nothing but the published, rounded means (`means`); rounded
 * themselves.
 */
function predictedStatements(
  { participants, scores }: Round,
  unknown: Unknown,
  from: "scores" | "means",
): number[][] {
  const size = unknown.covariance.length;
  const data =
    from === "means"
      ? meanStatements(unknown)
      : scores.map((_, at) => Array.from({ length: size }, (_, i) => (i === at ? 1 : 0)));
  const target = Array.from({ length: participants }, (_, participant) =>
    Array.from({ length: size }, (_, at) => {
      const score = scores[at];
      if (!score) return 0;
      return 1 + (score.participant === participant ? spread.participant ** 2 : 0);
    }),
  );
  const across = times(target, transposed(data));
  const within = times(times(data, unknown.covariance), transposed(data));
  const rows = times(times(across, inverse(within)), data);
  const first = unknown.scores + unknown.means.length;
  return rows.map((row, at) => row.with(first + at, 1));
}
