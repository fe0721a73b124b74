import type { Values } from "../data/values.ts";

/** Ranks from 1, ties sharing their mean rank, of values without gaps; `ties` is the sum of t^3 - t over tied sets. */
export function midRanks(values: Values): { ranks: Float64Array; ties: number } {
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(n);
  let ties = 0;
  for (let from = 0; from < n; ) {
    const value = values[order[from]];
    let to = from + 1;
    while (to < n && values[order[to]] === value) to++;
    for (let k = from; k < to; k++) ranks[order[k]] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, ties };
}
