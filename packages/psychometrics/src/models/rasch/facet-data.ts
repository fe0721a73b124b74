import type { Rating } from "../../generalizability/score-table.ts";

/** Ratings by index: facets are ratees, raters and items in that order; scores count categories from 0. */
export interface FacetData {
  n: number;
  facets: Int32Array[];
  sizes: number[];
  ids: (string | number)[][];
  score: Int32Array;
  /** Scale values used, in order: recoding closes gaps nobody used. */
  categories: number[];
}

export function facetData(ratings: readonly Rating[]): FacetData {
  const used = ratings.filter((rating) => Number.isFinite(rating.value));
  const categories = [...new Set(used.map((rating) => rating.value))].sort((a, b) => a - b);
  const scoreOf = new Map(categories.map((value, k) => [value, k]));
  const keys = [
    used.map((rating) => rating.ratee),
    used.map((rating) => rating.rater),
    used.map((rating) => rating.item ?? 0),
  ];
  const ids = keys.map((list) => [...new Set(list)]);
  const facets = keys.map((list, f) => {
    const index = new Map((ids[f] as (string | number)[]).map((id, i) => [id, i]));
    return Int32Array.from(list, (id) => index.get(id) as number);
  });
  return {
    n: used.length,
    facets,
    sizes: ids.map((list) => list.length),
    ids,
    score: Int32Array.from(used, (rating) => scoreOf.get(rating.value) as number),
    categories,
  };
}

/** The same ratings with only the given scores as categories; the others count as the nearest one below, or else the lowest. */
export function keepCategories(data: FacetData, scores: ReadonlySet<number>): FacetData {
  let next = -1;
  const recoded = data.categories.map((_, k) => {
    if (scores.has(k)) next++;
    return Math.max(0, next);
  });
  return {
    ...data,
    categories: data.categories.filter((_, k) => scores.has(k)),
    score: data.score.map((score) => recoded[score] as number),
  };
}
