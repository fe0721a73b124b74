/** A mean over some raters of one ratee, and who they are: all that is known of their ratings. */
export interface ObservedMean {
  ratee: string | number;
  mean: number;
  /** Each counts alike; at least one. */
  raters: readonly (string | number)[];
  /** Kind of raters. All means of one kind may lie higher or lower together. */
  kind?: string | number;
  /** Error variance besides the raters': rounding, parts left out. */
  extra?: number;
}

/** How raters of one ratee differ, in squared points of the scale. */
export interface MeansVariances {
  /** Of single raters' scores of the same ratee. */
  rater: number;
  /** The share of it that a rater takes along to everyone they rate (leniency), from 0 to 1. */
  leniency: number;
  /** Of kinds of raters; 0 where kinds do not matter. */
  kind: number;
}

export interface PredictedMean {
  ratee: string | number;
  /** What very many raters of these kinds would say on average. */
  estimate: number;
  /** Standard deviation of the truth around it. */
  sd: number;
  lower: number;
  upper: number;
  /** Raters behind it. */
  raters: number;
}

export interface PredictedMeans {
  ratees: PredictedMean[];
  /** Mean over all ratees, and how far they truly differ (posterior mean of the standard deviation). */
  centre: number;
  between: number;
  level: number;
}
