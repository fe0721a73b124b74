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
  /**
   * Of the mean over these raters and items: for ranking ratees (E rho squared) and for the score itself (Phi); null
   * without any variance.
   */
  relative: number | null;
  absolute: number | null;
}

/** What the analysis of variance gives; the coefficients follow from it. */
export type VarianceComponents = Omit<Generalizability, "relative" | "absolute">;

/** Assembles the result, setting negative estimates to 0 beside the raw ones. */
export function estimated(
  facts: Omit<VarianceComponents, "components" | "raw">,
  found: Partial<Components>,
): VarianceComponents {
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
