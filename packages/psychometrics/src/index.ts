export {
  type AverageDeviation,
  type AverageDeviationOptions,
  averageDeviation,
} from "./agreement/average-deviation.ts";
export { amountEffectiveness } from "./amounts/amount-effectiveness.ts";
export { type AmountScale, amountDeviation } from "./amounts/amount-scale.ts";
export { type AmountShares, amountShares } from "./amounts/amount-shares.ts";
export { type Versatility, type VersatilitySide, versatility } from "./amounts/versatility.ts";
export { column } from "./data/column.ts";
export { completeRows } from "./data/complete-rows.ts";
export type { DataMatrix } from "./data/data-matrix.ts";
export type { LevelOption } from "./data/level.ts";
export { matrixOf } from "./data/matrix-of.ts";
export { row } from "./data/row.ts";
export type { Values } from "./data/values.ts";
export { type CovarianceEllipse, covarianceEllipse } from "./describe/covariance-ellipse.ts";
export { type Description, describe } from "./describe/describe.ts";
export { type MeanInterval, meanInterval } from "./describe/mean-interval.ts";
export { quantile } from "./describe/quantile.ts";
export { betaCdf } from "./distributions/beta-cdf.ts";
export { betaQuantile } from "./distributions/beta-quantile.ts";
export { chiSquareCdf } from "./distributions/chi-square-cdf.ts";
export { chiSquareQuantile } from "./distributions/chi-square-quantile.ts";
export { fCdf } from "./distributions/f-cdf.ts";
export { fQuantile } from "./distributions/f-quantile.ts";
export { normalCdf, normalDensity } from "./distributions/normal-cdf.ts";
export { normalQuantile } from "./distributions/normal-quantile.ts";
export { tCdf, tTwoSided } from "./distributions/t-cdf.ts";
export { tQuantile } from "./distributions/t-quantile.ts";
export { type GroupIcc, groupIcc } from "./groups/group-icc.ts";
export {
  type ShrunkenMean,
  type ShrunkenMeanOptions,
  shrunkenMean,
} from "./groups/shrunken-mean.ts";
export { type SelfOtherCategory, selfOtherCategory } from "./selfother/self-other-category.ts";
export {
  type SelfOtherGap,
  type SelfOtherGapOptions,
  selfOtherGap,
} from "./selfother/self-other-gap.ts";
