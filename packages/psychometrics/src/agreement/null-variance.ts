/** Shape of the ratings if raters only guessed. */
export type NullShape =
  | "uniform"
  | "slight-skew"
  | "moderate-skew"
  | "heavy-skew"
  | "triangular"
  | "normal";

/** Variances of LeBreton and Senter (2008, table 2), for 5 to 11 response options. */
const PUBLISHED: Record<Exclude<NullShape, "uniform">, readonly number[]> = {
  "slight-skew": [1.34, 1.85, 2.9, 3.47, 5.66, 6.3, 7.31],
  "moderate-skew": [0.9, 1.26, 2.14, 2.79, 4.73, 5.09, 6.32],
  "heavy-skew": [0.44, 0.69, 1.39, 2.35, 3.16, 3.46, 4.02],
  triangular: [1.32, 1.45, 2.1, 2.81, 3, 2.89, 3.32],
  normal: [1.04, 1.25, 1.4, 1.73, 1.58, 1.45, 1.4],
};

/**
 * Variance expected without agreement on a scale of `options` whole-number steps: (A^2 - 1) / 12 when uniform,
 * otherwise as published for 5 to 11 options; below and above, the same share of the uniform
 * variance as at 5 and 11 (our extension). Throws a RangeError for fewer than two options.
 */
export function nullVariance(shape: NullShape, options: number): number {
  if (!Number.isInteger(options) || options < 2)
    throw new RangeError(`${options} response options`);
  const uniform = (options * options - 1) / 12;
  if (shape === "uniform") return uniform;
  const nearest = Math.min(11, Math.max(5, options));
  const published = PUBLISHED[shape][nearest - 5];
  return nearest === options ? published : (published * uniform) / ((nearest * nearest - 1) / 12);
}

/** What agreement is held against: a shape over a number of options, or a variance given outright. */
export type AgreementNull = { options: number; shape?: NullShape } | { variance: number };

/** The variance meant. Throws a RangeError when it is not above 0. */
export function varianceOfNull(against: AgreementNull): number {
  const variance =
    "variance" in against
      ? against.variance
      : nullVariance(against.shape ?? "uniform", against.options);
  if (!(variance > 0)) throw new RangeError(`null variance ${variance}`);
  return variance;
}
