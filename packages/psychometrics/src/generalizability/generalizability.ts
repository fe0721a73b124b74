import type { Generalizability, VarianceComponents } from "./components.ts";
import { crossedThreeWay, crossedTwoWay } from "./crossed-design.ts";
import { decisionStudy } from "./decision-study.ts";
import { nestedDesign } from "./nested-design.ts";
import { type Rating, type ScoreTable, scoreTable } from "./score-table.ts";

/**
 * Variance components of ratings, and the reliability of the mean over them, by analysis of variance (Brennan 2001):
 * items crossed with everything, raters either nested in ratees (each ratee has raters of their own, any number of
 * them; chapter 7's analogous estimates when unequal) or crossed with them (the same raters for all). Every rater must
 * have rated every item: incomplete raters (nested) are left out, and a crossed design with a gap, or a cell rated
 * twice, is refused with null. null too below two ratees or when no rater has a fellow rater. With one item (or none
 * named), item components are 0 and mixed into the others.
 */
export function generalizability(
  ratings: readonly Rating[],
  design: "nested" | "crossed",
): Generalizability | null {
  const table = scoreTable(ratings, design);
  if (table === null) return null;
  const found = analysed(table, design);
  if (found === null) return null;
  const [own] = decisionStudy(found, { raters: [found.raters], items: [found.items] });
  return { ...found, relative: own?.relative ?? null, absolute: own?.absolute ?? null };
}

function analysed(table: ScoreTable, design: "nested" | "crossed"): VarianceComponents | null {
  if (design === "nested") return nestedDesign(table);
  return table.items === 1 ? crossedTwoWay(table) : crossedThreeWay(table);
}
