import { Simplex } from "../../src/bounds/simplex.ts";
import type { Chance } from "../chance.ts";
import {
  adjustedStatements,
  HALF_STEP,
  type Making,
  meanStatements,
  type Unknown,
  unknownOf,
} from "./knowledge.ts";
import { inverse, type Matrix, times, transposed } from "./matrix.ts";
import { makeRound, type Round, spread } from "./round.ts";

/** What adjusted means tell beyond the means beside them. */
export type LeniencyFinding = {
  /** Raters of whom an insider can say that they are lenient, or severe, and be right 39 times in 40. */
  readonly raters: number;
  /**
   * Scores that an insider can say to a quarter of a point, and be right 19 times in 20; or of which only one value is
   * possible.
   */
  readonly scores: number;
  /** The largest share of a rater's leniency that an insider can explain. */
  readonly share: number;
  /**
   * What insiders guess of other raters, and how often they are right: from the plain means, and with the adjusted
   * ones.
   */
  readonly lenient: Guesses;
  readonly answers: Guesses;
};

/** Guesses, how many are right without adjusted means and with them. */
export type Guesses = { readonly of: number; readonly before: number; readonly after: number };

const noGuess: Guesses = { of: 0, before: 0, after: 0 };

/** Scores are in quarters of a point. */
const QUARTER = 0.25;
const nearest = (value: number) => QUARTER * Math.round(value / QUARTER);

function guess(so: Guesses, before: boolean, after: boolean): Guesses {
  return {
    of: so.of + 1,
    before: so.before + (before ? 1 : 0),
    after: so.after + (after ? 1 : 0),
  };
}

const SURE = 1.96;
const CLOSE = 0.25;
const INSIDERS = 3;
/** Exact bounds take long in large rounds. */
const MOST_FOR_BOUNDS = 75;

/** Values of the statements: what was published. Rounding is an unknown like the others, so that each holds exactly. */
function published(rows: Matrix, actual: readonly number[]): number[] {
  return times(
    rows,
    actual.map((value) => [value]),
  ).map(([value]) => value ?? 0);
}

/** The unknowns as they are: scores, and how far each published figure was rounded. */
function actualOf(round: Round, unknown: Unknown, adjusted: Matrix): number[] {
  const values: number[] = unknown.covariance.map((_, at) => round.scores[at]?.value ?? 0);
  const off = (value: number) => Math.round(value * 10) / 10 - value;
  for (const [at, row] of meanStatements(unknown).entries())
    values[unknown.scores + at] = off(published([row], values)[0] ?? 0);
  const first = unknown.scores + unknown.means.length;
  for (const [at, row] of adjusted.entries())
    if (row[first + at] !== 0) values[first + at] = off(published([row], values)[0] ?? 0);
  return values;
}

type Posterior = { readonly mean: number; readonly sd: number };

/** What follows about each target from the statements, for whoever takes everything as normal. */
function posteriors(
  targets: Matrix,
  variances: readonly number[],
  { rows, values, covariance }: { rows: Matrix; values: readonly number[]; covariance: Matrix },
): Posterior[] {
  const across = times(targets, transposed(rows));
  const within = times(times(rows, covariance), transposed(rows));
  const weights = times(across, inverse(within.map((row, i) => row.with(i, (row[i] ?? 0) + 1e-9))));
  return weights.map((row, at) => {
    let mean = 0;
    let variance = variances[at] ?? 0;
    for (const [i, weight] of row.entries()) {
      mean += weight * (values[i] ?? 0);
      variance -= weight * (across[at]?.[i] ?? 0);
    }
    return { mean, sd: Math.sqrt(Math.max(0, variance)) };
  });
}

/** Between what each score must lie, given the statements and the scale. */
function bounds(round: Round, unknown: Unknown, rows: Matrix, values: readonly number[]) {
  const used = unknown.covariance.map((_, at) => at).filter((at) => rows.some((row) => row[at]));
  const place = new Map(used.map((at, column) => [at, column]));
  const reach = (at: number) => (at < unknown.scores ? 2 : HALF_STEP);
  const simplex = new Simplex(
    used.map((at) => 2 * reach(at)),
    rows.map((row, i) => {
      const over = used.filter((at) => row[at]);
      const shift = over.reduce((sum, at) => sum + (row[at] ?? 0) * reach(at), 0);
      const sum = (values[i] ?? 0) + shift;
      const sign = sum < 0 ? -1 : 1;
      return {
        over: over.map((at) => place.get(at) ?? 0),
        weights: over.map((at) => sign * (row[at] ?? 0)),
        sum: sign * sum,
      };
    }),
  );
  return round.scores.map((_, at) => {
    const column = place.get(at);
    if (column === undefined) return 4;
    return simplex.push(column, 1) - simplex.push(column, -1);
  });
}

/**
 * Whether a rater scored more than others did, on average, those whom they rated: what an insider would like to know.
 */
function isLenient({ scores }: Round, rater: number): boolean {
  let sum = 0;
  for (const { participant, value } of scores.filter((score) => score.rater === rater)) {
    const theirs = scores.filter((score) => score.participant === participant);
    sum += value - theirs.reduce((total, score) => total + score.value, 0) / theirs.length;
  }
  return sum > 0;
}

/**
 * A seeded round, published with adjusted means made in one of three ways, and attacked by raters who have all reports
 * of the round, know who rated whom and their own answers.
 */
export function attackAdjusted(draw: Chance, at: number, from: Making): LeniencyFinding {
  const round = makeRound(draw, at);
  const unknown = unknownOf(round);
  const means = meanStatements(unknown);
  const adjusted = adjustedStatements(round, unknown, from);
  const actual = actualOf(round, unknown, adjusted);
  const raters = new Set<number>();
  const scores = new Set<number>();
  let share = 0;
  let [lenient, answers] = [noGuess, noGuess];
  for (let turn = 0; turn < INSIDERS; turn++) {
    const insider = draw.below(round.raters);
    const own = round.scores.flatMap(({ rater }, i) =>
      rater === insider ? [unknown.covariance.map((_, j) => (i === j ? 1 : 0))] : [],
    );
    const before = [...means, ...own];
    const after = [...before, ...adjusted];
    const know = (rows: Matrix) => ({
      rows,
      values: published(rows, actual),
      covariance: unknown.covariance,
    });
    const secret = (rater: number) => rater !== insider && !isNamed(round, rater);
    const leniencies = round.scores.length > 0 ? unknown.leniency : [];
    const prior = leniencies.map(() => spread.leniency ** 2);
    const [without, with_] = [before, after].map((rows) =>
      posteriors(leniencies, prior, know(rows)),
    );
    for (const [rater, now] of (with_ ?? []).entries()) {
      const then = without?.[rater];
      if (!secret(rater) || !then) continue;
      share = Math.max(share, (then.sd ** 2 - now.sd ** 2) / spread.leniency ** 2);
      if (isSure(now) && !isSure(then)) raters.add(rater);
      const actually = isLenient(round, rater);
      lenient = guess(lenient, then.mean > 0 === actually, now.mean > 0 === actually);
    }
    const own_ = unknown.covariance.slice(0, unknown.scores);
    const variances = own_.map((row, i) => row[i] ?? 0);
    const [bare, told] = [before, after].map((rows) => posteriors(own_, variances, know(rows)));
    const small = round.scores.length <= MOST_FOR_BOUNDS;
    const [wide, narrow] = [before, after].map((rows) =>
      small ? bounds(round, unknown, rows, published(rows, actual)) : [],
    );
    for (const [i, { rater, value }] of round.scores.entries()) {
      if (!secret(rater)) continue;
      const said = (posterior: Posterior | undefined) => nearest(posterior?.mean ?? 0) === value;
      answers = guess(answers, said(bare?.[i]), said(told?.[i]));
      const close = SURE * (told?.[i]?.sd ?? 1) < CLOSE && SURE * (bare?.[i]?.sd ?? 0) >= CLOSE;
      const only = (narrow?.[i] ?? 4) < CLOSE && (wide?.[i] ?? 0) >= CLOSE;
      if (close || only) scores.add(i);
    }
  }
  return { raters: raters.size, scores: scores.size, share, lenient, answers };
}

function isSure({ mean, sd }: Posterior): boolean {
  return Math.abs(mean) > SURE * sd;
}

/** Managers know to be recognised. */
function isNamed({ scores }: Round, rater: number): boolean {
  return scores.every((score) => score.rater !== rater || score.relationship === "manager");
}
