/** One rating: who was rated, by whom, on what. */
export interface Rating {
  ratee: string | number;
  rater: string | number;
  /** Left out when there is a single item. */
  item?: string | number;
  value: number;
}

/** Complete rater vectors by ratee: scores[ratee][rater][item]. */
export interface ScoreTable {
  scores: number[][][];
  items: number;
}

/** Complete vectors only; null for a crossed design with a gap, a cell rated twice, or too little data. */
export function scoreTable(
  ratings: readonly Rating[],
  design: "nested" | "crossed",
): ScoreTable | null {
  const items = new Map<string | number, number>();
  const raters = new Map<string | number, number>();
  const byRatee = new Map<string | number, Map<string | number, number[]>>();
  for (const { ratee, rater, item = 0, value } of ratings) {
    if (!Number.isFinite(value)) continue;
    if (!items.has(item)) items.set(item, items.size);
    if (!raters.has(rater)) raters.set(rater, raters.size);
    const own = byRatee.get(ratee) ?? new Map<string | number, number[]>();
    byRatee.set(ratee, own);
    const vector = own.get(rater) ?? [];
    own.set(rater, vector);
    const at = items.get(item) as number;
    if (vector[at] !== undefined) return null;
    vector[at] = value;
  }
  const complete = (v: number[] | undefined): v is number[] =>
    v !== undefined && v.length === items.size && !v.includes(undefined as unknown as number);
  const scores: number[][][] = [];
  for (const own of byRatee.values()) {
    if (design === "nested") {
      const kept = [...own.values()].filter(complete);
      if (kept.length > 0) scores.push(kept);
    } else {
      const all = [...raters.keys()].map((rater) => own.get(rater));
      if (!all.every(complete)) return null;
      scores.push(all);
    }
  }
  return scores.length < 2 ? null : { scores, items: items.size };
}
