import { crossedThreeWay, crossedTwoWay } from "./crossed-design.ts";
import { nestedDesign } from "./nested-design.ts";
import { type Rating, scoreTable } from "./score-table.ts";

/** Variance components; those of facets the design lacks are 0. Negative estimates are set to 0 here. */
export interface Components {
  ratee: number;
  /** Raters: crossed with ratees, or within them. */
  rater: number;
  item: number;
  rateeRater: number;
  rateeItem: number;
  raterItem: number;
  residual: number;
}

export interface Generalizability {
  /** Ratings used. */
  n: number;
  design: "nested" | "crossed";
  ratees: number;
  /** Raters per ratee: their number, or over nested ratees of unequal numbers the harmonic mean. */
  raters: number;
  items: number;
  components: Components;
  /** As estimated, negative ones kept. */
  raw: Components;
}

/**
 * Variance components of ratings by analysis of variance (Brennan 2001): items crossed with everything, raters either
 * nested in ratees (each ratee has raters of their own, any number of them; chapter 7's analogous estimates when unequal)
 * or crossed with them (the same raters for all). Every rater must have rated every item: incomplete
 * raters (nested) are left out, and a crossed design with a gap, or a cell rated twice, is refused with null. null too below two
 * ratees or when no rater has a fellow rater. With one item (or none named), item components are 0 and mixed into the others.
 */
export function generalizability(
  ratings: readonly Rating[],
  design: "nested" | "crossed",
): Generalizability | null {
  const table = scoreTable(ratings, design);
  if (table === null) return null;
  if (design === "nested") return nestedDesign(table);
  return table.items === 1 ? crossedTwoWay(table) : crossedThreeWay(table);
}

/** Assembles the result, setting negative estimates to 0 beside the raw ones. */
export function estimated(
  facts: Omit<Generalizability, "components" | "raw">,
  found: Partial<Components>,
): Generalizability {
  const none = {
    ratee: 0,
    rater: 0,
    item: 0,
    rateeRater: 0,
    rateeItem: 0,
    raterItem: 0,
    residual: 0,
  };
  const raw: Components = { ...none, ...found };
  const components = { ...raw };
  for (const name of Object.keys(raw) as (keyof Components)[]) {
    components[name] = Math.max(0, raw[name]);
  }
  return { ...facts, components, raw };
}
