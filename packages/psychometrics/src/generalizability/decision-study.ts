import type { Generalizability } from "./components.ts";

export interface Decision {
  raters: number;
  items: number;
  /** Generalizability coefficient for ranking ratees, E rho squared; null when ratees do not differ at all. */
  relative: number | null;
  /** Dependability for the score itself, Phi. */
  absolute: number | null;
  semRelative: number;
  semAbsolute: number;
}

/**
 * What reliability a score would have with other numbers of raters and items, over their whole grid (Brennan 2001).
 * Raters and items count as samples from many. Without item components (a single item was rated) the number of items
 * makes no difference.
 */
export function decisionStudy(
  study: Pick<Generalizability, "design" | "components">,
  grid: { raters: readonly number[]; items?: readonly number[] },
): Decision[] {
  return grid.raters.flatMap((raters) =>
    (grid.items ?? [1]).map((items) => decide(study, raters, items)),
  );
}

function decide(
  { design, components: c }: Pick<Generalizability, "design" | "components">,
  raters: number,
  items: number,
): Decision {
  if (!(raters > 0 && items > 0)) throw new RangeError("raters and items must be above 0");
  const raterLevel = c.rater / raters;
  const interactions = c.rateeRater / raters + c.rateeItem / items + c.residual / (raters * items);
  // Nested raters differ between ratees, so that their level disturbs comparisons too.
  const relativeError = interactions + (design === "nested" ? raterLevel : 0);
  const absoluteError = interactions + raterLevel + c.item / items + c.raterItem / (raters * items);
  const share = (error: number) => (c.ratee + error > 0 ? c.ratee / (c.ratee + error) : null);
  return {
    raters,
    items,
    relative: share(relativeError),
    absolute: share(absoluteError),
    semRelative: Math.sqrt(relativeError),
    semAbsolute: Math.sqrt(absoluteError),
  };
}
