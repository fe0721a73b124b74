/** What one assessor gave one person: the mean of the levels. */
export type Given = { assessorId: string; mean: number };

export type Leniency = {
  assessorId: string;
  /** How many people they placed. */
  people: number;
  mean: number;
  /**
   * How much higher than all others they placed people, in levels, with an interval of 95 %; null where either side has
   * fewer than two people or nothing differs, so that nothing can be said.
   */
  above: { difference: number; from: number; to: number } | null;
};

const Z = 1.959964;

/**
 * How high assessors place people, each beside all others, by people: a mean of levels for each one placed. The
 * variances of both sides are taken as they are (Welch 1947), by the normal, so with few people the interval is a
 * little too narrow. People differ: a difference may be theirs.
 */
export function leniencyOf(given: readonly Given[]): Leniency[] {
  const byAssessor = Map.groupBy(given, ({ assessorId }) => assessorId);
  return [...byAssessor].map(([assessorId, own]) => {
    const theirs = own.map(({ mean }) => mean);
    const others = given.filter((each) => each.assessorId !== assessorId).map(({ mean }) => mean);
    return { assessorId, people: own.length, mean: meanOf(theirs), above: above(theirs, others) };
  });
}

function above(own: readonly number[], others: readonly number[]): Leniency["above"] {
  if (own.length < 2 || others.length < 2) return null;
  const error = Math.sqrt(varianceOf(own) / own.length + varianceOf(others) / others.length);
  if (error === 0) return null;
  const difference = meanOf(own) - meanOf(others);
  return { difference, from: difference - Z * error, to: difference + Z * error };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
