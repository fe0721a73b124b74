import type { DataMatrix } from "../../data/data-matrix.ts";
import type { Values } from "../../data/values.ts";
import type { Cells } from "./cells.ts";

export type Ids = ArrayLike<string | number>;

export interface CrossedData {
  /** The ratings; missing ones are left out. */
  values: Values;
  /** Who was rated, and by whom, for each rating. */
  ratee: Ids;
  rater: Ids;
  /** Further grouping factors (item, department, occasion), each with effects of its own. */
  further?: { name: string; ids: Ids }[];
  /** Fixed effects beside the intercept, a row per rating; rows with a gap are left out. */
  fixed?: DataMatrix;
  /** How much each rating counts, above 0; 1 unless told. */
  weights?: Values;
}

/** Levels numbered in order of appearance. Whole numbers 0 .. n - 1 would do as they are, but gaps may hide in them. */
function coded(ids: Ids, use: Uint8Array | null): { levels: Int32Array; ids: (string | number)[] } {
  const levels = new Int32Array(ids.length);
  const small = ids instanceof Int32Array || ids instanceof Uint32Array;
  return small ? codedNumbers(ids, use, levels) : codedAnything(ids, use, levels);
}

function codedAnything(ids: Ids, use: Uint8Array | null, levels: Int32Array) {
  const seen = new Map<string | number, number>();
  const names: (string | number)[] = [];
  for (let i = 0; i < ids.length; i++) {
    if (use !== null && use[i] === 0) continue;
    const id = ids[i] as string | number;
    let level = seen.get(id);
    if (level === undefined) {
      level = names.length;
      seen.set(id, level);
      names.push(id);
    }
    levels[i] = level;
  }
  return { levels, ids: names };
}

/** The same for typed whole numbers by table look-up, when they are not spread too thinly. */
function codedNumbers(ids: Int32Array | Uint32Array, use: Uint8Array | null, levels: Int32Array) {
  let largest = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    if (id < 0) return codedAnything(ids, use, levels);
    if (id > largest) largest = id;
  }
  if (largest > 4 * ids.length + 1e6) return codedAnything(ids, use, levels);
  const table = new Int32Array(largest + 1);
  const names: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    if (use !== null && use[i] === 0) continue;
    const id = ids[i];
    let level = table[id];
    if (level === 0) {
      names.push(id);
      level = names.length;
      table[id] = level;
    }
    levels[i] = level - 1;
  }
  return { levels, ids: names };
}

/** Which ratings can be used; null when all can. Throws a RangeError on lengths that differ or a weight not above 0. */
function usable(data: CrossedData): { use: Uint8Array | null; ratings: number } {
  const n = data.values.length;
  const lists: { length: number }[] = [
    data.ratee,
    data.rater,
    ...(data.further ?? []).map((f) => f.ids),
  ];
  if (data.weights !== undefined) lists.push(data.weights);
  if (
    lists.some((list) => list.length !== n) ||
    (data.fixed !== undefined && data.fixed.rows !== n)
  ) {
    throw new RangeError("values, ids, weights and fixed effects differ in length");
  }
  const { fixed, weights, values } = data;
  const use = new Uint8Array(n);
  let ratings = 0;
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(values[i])) continue;
    if (weights !== undefined && !(weights[i] > 0)) throw new RangeError(`weight ${weights[i]}`);
    if (fixed !== undefined && !fixedRow(fixed, i).every(Number.isFinite)) continue;
    use[i] = 1;
    ratings++;
  }
  return { use: ratings === n ? null : use, ratings };
}

function fixedRow(fixed: DataMatrix, i: number): Float64Array {
  return fixed.values.subarray(i * fixed.cols, (i + 1) * fixed.cols);
}

/** Collapses ratings to cells, in memory and time linear in the ratings. */
export function collapse(data: CrossedData): Cells {
  const { use, ratings } = usable(data);
  const lists = [data.ratee, data.rater, ...(data.further ?? []).map((f) => f.ids)];
  const codes = lists.map((ids) => coded(ids, use));
  const { cell, count, first } = numbered(
    data,
    codes.map((code) => code.levels),
    codes.map((code) => code.ids.length),
    use,
  );
  const weight = new Float64Array(count);
  const sum = new Float64Array(count);
  const { values, weights } = data;
  const counts = weights === undefined ? weight : new Float64Array(count);
  let [centre, whole, logWeights] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    if (use !== null && use[i] === 0) continue;
    const w = weights === undefined ? 1 : weights[i];
    whole += w;
    centre += w * values[i];
    if (w !== 1) logWeights += Math.log(w);
  }
  centre = ratings === 0 ? 0 : centre / whole;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    if (use !== null && use[i] === 0) continue;
    const w = weights === undefined ? 1 : weights[i];
    const d = values[i] - centre;
    const c = cell[i];
    weight[c] = weight[c] + w;
    sum[c] = sum[c] + w * d;
    if (counts !== weight) counts[c] = counts[c] + 1;
    squares += w * d * d;
  }
  const p = 1 + (data.fixed?.cols ?? 0);
  return {
    count,
    factors: codes.map(({ levels }) => picked(levels, first)),
    sizes: codes.map((code) => code.ids.length),
    weight,
    sum,
    counts,
    x: data.fixed === undefined || p === 1 ? null : designOf(data.fixed, first, p),
    p,
    ratings,
    centre,
    squares,
    weightSum: whole,
    logWeights,
    ids: codes.map((code) => code.ids),
  };
}

function picked(levels: Int32Array, first: Int32Array): Int32Array {
  const out = new Int32Array(first.length);
  for (let c = 0; c < first.length; c++) out[c] = levels[first[c]];
  return out;
}

function designOf(fixed: DataMatrix, first: Int32Array, p: number): Float64Array {
  const x = new Float64Array(first.length * p);
  first.forEach((from, c) => {
    x[c * p] = 1;
    x.set(fixedRow(fixed, from), c * p + 1);
  });
  return x;
}

/**
 * The cell of every rating. Cells are numbered ratee by ratee, so that later passes walk memory in order; within a
 * ratee, ratings with the same rater are chained and compared on what else tells cells apart.
 */
function numbered(
  data: CrossedData,
  levels: Int32Array[],
  sizes: number[],
  use: Uint8Array | null,
) {
  const n = data.values.length;
  const [ratee, rater] = levels as [Int32Array, Int32Array, ...Int32Array[]];
  const order = byLevel(ratee, sizes[0], use);
  const rest = levels.slice(2);
  const cell = new Int32Array(n);
  const first = new Int32Array(order.length);
  const plain = rest.length === 0 && data.fixed === undefined;
  const next = new Int32Array(plain ? 0 : order.length);
  const head = new Int32Array(sizes[1]).fill(-1);
  const owner = new Int32Array(sizes[1]).fill(-1);
  const same = (i: number, j: number) =>
    rest.every((list) => list[i] === list[j]) &&
    (data.fixed === undefined ||
      fixedRow(data.fixed, i).every((v, k) => v === fixedRow(data.fixed as DataMatrix, j)[k]));
  let count = 0;
  for (const i of order) {
    const b = rater[i];
    if (owner[b] !== ratee[i]) {
      owner[b] = ratee[i];
      head[b] = -1;
    }
    let c = head[b];
    while (c >= 0 && !plain && !same(first[c], i)) c = next[c];
    if (c < 0) {
      c = count++;
      first[c] = i;
      if (!plain) next[c] = head[b];
      head[b] = c;
    }
    cell[i] = c;
  }
  return { cell, count, first: first.subarray(0, count) };
}

/** Indices sorted by level (counting sort), keeping their order within one. */
function byLevel(levels: Int32Array, size: number, use: Uint8Array | null): Int32Array {
  const start = new Int32Array(size + 1);
  let total = 0;
  for (let i = 0; i < levels.length; i++) {
    if (use !== null && use[i] === 0) continue;
    total++;
    const at = levels[i] + 1;
    start[at] = start[at] + 1;
  }
  for (let k = 0; k < size; k++) start[k + 1] = start[k + 1] + start[k];
  const order = new Int32Array(total);
  for (let i = 0; i < levels.length; i++) {
    if (use !== null && use[i] === 0) continue;
    const level = levels[i];
    const at = start[level];
    order[at] = i;
    start[level] = at + 1;
  }
  return order;
}
