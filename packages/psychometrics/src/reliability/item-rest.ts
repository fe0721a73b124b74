import { column } from "../data/column.ts";
import type { DataMatrix } from "../data/data-matrix.ts";
import { answeredMean } from "./answered-mean.ts";
import {
  type AvailableCorrelation,
  type AvailableOptions,
  availableCorrelation,
} from "./available-correlation.ts";

export interface ItemRest {
  /** Items of the scale. */
  items: number;
  /** By item, each with the people behind it. */
  perItem: AvailableCorrelation[];
  level: number;
}

/**
 * Corrected item-total correlations (Henrysson 1963) of a table of people x items with gaps: each item with the mean of
 * the other items a person answered, over everyone who answered the item and at least half of the others (`answered`).
 * Nothing is filled in. On complete tables this is the correlation with the sum of the others, `cronbachAlpha`'s
 * itemRest. It compares means over different questions where people skip different ones: if items differ much in level,
 * ask for more of them with `answered`. null below two items.
 */
export function itemRest(matrix: DataMatrix, options: AvailableOptions = {}): ItemRest | null {
  const { cols } = matrix;
  if (cols < 2) return null;
  const all = Array.from({ length: cols }, (_, i) => i);
  return {
    items: cols,
    perItem: all.map((item) =>
      availableCorrelation(
        column(matrix, item),
        answeredMean(
          matrix,
          all.filter((other) => other !== item),
          options.answered,
        ),
        options,
      ),
    ),
    level: options.level ?? 0.95,
  };
}
