import type { Names } from "./numbering.ts";

/** A column of names: `codes[i]` is the place in `names` of row i's, or -1 where the cell is blank. */
export interface Labels {
  names: Names;
  codes: Int32Array;
}

/** Every rating that can be used, column by column. */
export interface RatingTable {
  values: Float64Array;
  participant: Labels;
  /** What the file calls each participant beside the id, by code; null without such a column. */
  participantNames: readonly string[] | null;
  rater: Labels;
  relationship: Labels | null;
  item: Labels | null;
  competency: Labels | null;
}
