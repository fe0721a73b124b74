import { type FacetData, keepCategories, scaleAt, topAt } from "./facet-data.ts";

export interface SetAside {
  /** The ratings, with categories nobody left in uses merged into their neighbours. */
  data: FacetData;
  /** 1 for ratings that are estimated from. */
  active: Uint8Array;
  /** By facet, 1 for elements with nothing but lowest or highest ratings. */
  extreme: Uint8Array[];
}

/**
 * Takes out elements of the given facets whose ratings are all lowest or all highest, until none is left among the
 * rest: no finite measure would meet their totals. A category only they used goes too, for no threshold would be
 * finite.
 */
export function setAside(all: FacetData, facets: readonly number[]): SetAside {
  let data = all;
  const active = new Uint8Array(data.n).fill(1);
  const extreme = data.sizes.map((size) => new Uint8Array(size));
  for (let changed = true; changed; ) {
    changed = false;
    for (const f of facets) {
      // A facet with a single element has no measure to run away.
      if (data.sizes[f] < 2) continue;
      if (flagExtremes(data, f, active, extreme[f] as Uint8Array)) changed = true;
    }
    for (const [scale, used] of usedScores(data, active).entries()) {
      if (used.size > 1 && used.size < (data.categories[scale] as number[]).length) {
        data = keepCategories(data, scale, used);
        changed = true;
      }
    }
  }
  return { data, active, extreme };
}

/** Scores of ratings that are estimated from, by scale. */
export function usedScores(data: FacetData, active: Uint8Array): Set<number>[] {
  const used = data.categories.map(() => new Set<number>());
  data.score.forEach((score, i) => {
    if (active[i] === 1) used[scaleAt(data, i)]?.add(score);
  });
  return used;
}

function flagExtremes(data: FacetData, f: number, active: Uint8Array, out: Uint8Array): boolean {
  const levels = data.facets[f] as Int32Array;
  const count = new Float64Array(data.sizes[f]);
  const sum = new Float64Array(data.sizes[f]);
  const most = new Float64Array(data.sizes[f]);
  for (let i = 0; i < data.n; i++) {
    if (active[i] === 0) continue;
    const level = levels[i];
    count[level] = count[level] + 1;
    sum[level] = sum[level] + data.score[i];
    most[level] = most[level] + topAt(data, i);
  }
  let found = false;
  count.forEach((n, level) => {
    const total = sum[level];
    if (n === 0 || (total > 0 && total < most[level])) return;
    out[level] = 1;
    found = true;
  });
  for (let i = 0; i < data.n; i++) if (out[levels[i]] === 1) active[i] = 0;
  return found;
}
