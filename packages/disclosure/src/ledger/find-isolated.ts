import { countSets } from "./count-sets.ts";
import { plus } from "./modular.ts";
import { nullVectors } from "./null-vectors.ts";
import { blocksOf, type ReducedRow, reduceRows } from "./reduce-rows.ts";
import { smallUnions, tooMany } from "./small-unions.ts";

/** Additions spent on trying combinations of rows before the other search is taken. */
const patience = 1_000_000;

/**
 * Unions of groups with fewer than k people in all that are combinations of the rows (over the same
 * groups), at most `most` of them; `tooMany` when there is too much to search. Unions made of smaller
 * ones in separate blocks are left out.
 *
 * A union that follows is the sum of the reduced rows that lead at its groups, so with few rows
 * every set of leads is tried; with many rows, sets of groups are matched in two halves instead.
 */
export function findIsolated(
  rows: readonly Int32Array[],
  weights: ArrayLike<number>,
  k: number,
  most: number,
): number[][] | typeof tooMany {
  const found: number[][] = [];
  for (const block of blocksOf(reduceRows(rows, weights))) {
    const groups: number[] = [];
    for (let group = 0; group < weights.length; group++) {
      if (block.some(({ entries }) => entries[group] !== 0)) groups.push(group);
    }
    const own = groups.map((group) => weights[group] ?? 0);
    const at = new Map(groups.map((group, index) => [group, index]));
    const narrow = block.map(({ lead, entries }) => ({
      lead: at.get(lead) ?? 0,
      entries: Int32Array.from(groups, (group) => entries[group] ?? 0),
    }));
    const unions = search(narrow, own, k, most - found.length);
    if (unions === tooMany) return tooMany;
    found.push(...unions.map((union) => union.map((index) => groups[index] ?? 0)));
    if (found.length >= most) break;
  }
  return found;
}

function search(rows: readonly ReducedRow[], weights: readonly number[], k: number, most: number) {
  const leads = rows.map(({ lead }) => weights[lead] ?? 0);
  if (countSets(leads, k - 1) * weights.length <= patience) return tryLeads(rows, weights, k, most);
  const [a, b] = nullVectors(rows, weights.length);
  return smallUnions(weights, a, b, k, most);
}

function tryLeads(
  rows: readonly ReducedRow[],
  weights: readonly number[],
  k: number,
  most: number,
) {
  const found: number[][] = [];
  const width = weights.length;
  const extend = (from: number, sum: Float64Array, room: number): void => {
    for (let at = from; at < rows.length && found.length < most; at++) {
      const row = rows[at] as ReducedRow;
      const weight = weights[row.lead] ?? 0;
      if (weight > room) continue;
      const next = new Float64Array(width);
      for (let g = 0; g < width; g++) next[g] = plus(sum[g] as number, row.entries[g] as number);
      const union = asUnion(next, weights, k);
      if (union !== null) found.push(union);
      extend(at + 1, next, room - weight);
    }
  };
  extend(0, new Float64Array(width), k - 1);
  return found;
}

/** The groups of a vector of zeros and ones with fewer than k people; null for any other. */
function asUnion(vector: Float64Array, weights: readonly number[], k: number): number[] | null {
  let people = 0;
  for (let g = 0; g < vector.length; g++) {
    if (vector[g] === 0) continue;
    if (vector[g] !== 1) return null;
    people += weights[g] ?? 0;
    if (people >= k) return null;
  }
  return [...vector.keys()].filter((g) => vector[g] === 1);
}
