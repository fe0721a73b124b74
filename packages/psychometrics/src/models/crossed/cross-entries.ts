import type { Elimination } from "./eliminate.ts";

/** Off-diagonal entries of what remains before elimination, duplicates summed. */
export interface CrossEntries {
  i: Int32Array;
  j: Int32Array;
  value: Float64Array;
}

/**
 * Those with a fixed effect go by rows as long as the unknowns; the rest, which only a third factor brings, by a map.
 */
export function crossEntries(system: Elimination): CrossEntries {
  const { rest, fixed } = system;
  const first = rest - fixed;
  const rows = Array.from({ length: fixed }, () => new Float64Array(rest));
  const sums = new Map<number, number>();
  system.eachRemaining((i, j, value) => {
    if (i === j) return;
    if (i >= first) {
      const row = rows[i - first] as Float64Array;
      row[j] = row[j] + value;
    } else {
      const key = i * rest + j;
      sums.set(key, (sums.get(key) ?? 0) + value);
    }
  });
  const filled = rows.reduce((all, row) => row.reduce((n, v) => (v === 0 ? n : n + 1), all), 0);
  const size = filled + sums.size;
  const entries = {
    i: new Int32Array(size),
    j: new Int32Array(size),
    value: new Float64Array(size),
  };
  let at = 0;
  const add = (i: number, j: number, value: number) => {
    entries.i[at] = i;
    entries.j[at] = j;
    entries.value[at++] = value;
  };
  rows.forEach((row, k) => {
    for (let j = 0; j < rest; j++) if (row[j] !== 0) add(first + k, j, row[j]);
  });
  for (const [key, value] of sums) add(Math.floor(key / rest), key % rest, value);
  return entries;
}

/** Adds the entries' product with `width` interleaved vectors. */
export function addCross(
  { i, j, value }: CrossEntries,
  v: Float64Array,
  width: 1 | 4,
  out: Float64Array,
): void {
  for (let s = 0; s < value.length; s++) {
    const a = i[s] * width;
    const b = j[s] * width;
    const w = value[s];
    for (let r = 0; r < width; r++) {
      out[a + r] = out[a + r] + w * v[b + r];
      out[b + r] = out[b + r] + w * v[a + r];
    }
  }
}
