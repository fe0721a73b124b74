/** A scale of whole numbers from `low` to `high`. */
export type Scale = {
  readonly low: number;
  readonly high: number;
  /** The point that is just right, when more is not always better. Gives shares below, at, above. */
  readonly centre?: number;
  /** The end at which unanimity gives nobody away that minds: a mean there is not withheld. */
  readonly harmless?: "low" | "high";
};
