import type { Rating } from "../../generalizability/score-table.ts";

/** All items on one scale, or each with steps of its own. */
export type RaschModel = "rating-scale" | "partial-credit";

/**
 * Ratings by index: facets are ratees, raters and items in that order; scores count the categories of the rating's
 * scale from 0.
 */
export interface FacetData {
  n: number;
  facets: Int32Array[];
  sizes: number[];
  ids: (string | number)[][];
  score: Int32Array;
  /** The scale of each item, by level. */
  scaleOf: Int32Array;
  /** Values used on each scale, in order: recoding closes gaps nobody used. */
  categories: number[][];
}

export function facetData(ratings: readonly Rating[], model: RaschModel): FacetData {
  const used = ratings.filter((rating) => Number.isFinite(rating.value));
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
  const items = (ids[2] as (string | number)[]).length;
  const own = model === "partial-credit";
  const scaleOf = Int32Array.from({ length: items }, (_, item) => (own ? item : 0));
  const scales = Array.from(facets[2] as Int32Array, (item) => scaleOf[item]);
  const categories = Array.from({ length: own ? items : 1 }, (_, scale) =>
    [...new Set(used.flatMap(({ value }, i) => (scales[i] === scale ? [value] : [])))].sort(
      (a, b) => a - b,
    ),
  );
  const scoreOf = categories.map((values) => new Map(values.map((value, k) => [value, k])));
  return {
    n: used.length,
    facets,
    sizes: ids.map((list) => list.length),
    ids,
    score: Int32Array.from(
      used,
      ({ value }, i) => scoreOf[scales[i] as number]?.get(value) as number,
    ),
    scaleOf,
    categories,
  };
}

/** The scale of a rating. */
export function scaleAt({ facets, scaleOf }: FacetData, i: number): number {
  return scaleOf[(facets[2] as Int32Array)[i]];
}

/** The highest score of a rating's scale. */
export function topAt(data: FacetData, i: number): number {
  return (data.categories[scaleAt(data, i)] as number[]).length - 1;
}

/**
 * The same ratings with only the given scores as categories of a scale; the others count as the nearest one below, or
 * else the lowest.
 */
export function keepCategories(
  data: FacetData,
  scale: number,
  scores: ReadonlySet<number>,
): FacetData {
  let next = -1;
  const own = data.categories[scale] as number[];
  const recoded = own.map((_, k) => {
    if (scores.has(k)) next++;
    return Math.max(0, next);
  });
  return {
    ...data,
    categories: data.categories.map((values, s) =>
      s === scale ? own.filter((_, k) => scores.has(k)) : values,
    ),
    score: data.score.map((score, i) => (scaleAt(data, i) === scale ? recoded[score] : score)),
  };
}
