import { inverse, subtractMultiple, times } from "./modular.ts";

/** A reduced row: 1 at its lead, where every other reduced row of the system is 0. */
export type ReducedRow = { readonly lead: number; readonly entries: Int32Array };

/**
 * The rows in reduced echelon form modulo the prime (Gauss and Jordan), led by the heaviest group
 * each can be led by. Rows that follow from the others drop out.
 */
export function reduceRows(
  rows: readonly Int32Array[],
  weights: ArrayLike<number>,
): readonly ReducedRow[] {
  const reduced: ReducedRow[] = [];
  for (const given of rows) {
    const row = given.slice();
    for (const known of reduced) {
      const factor = row[known.lead] as number;
      if (factor !== 0) subtractMultiple(row, known.entries, factor, row.length);
    }
    let lead = -1;
    for (let at = 0; at < row.length; at++) {
      if (row[at] !== 0 && (weights[at] ?? 0) > (weights[lead] ?? -1)) lead = at;
    }
    if (lead < 0) continue;
    const scale = inverse(row[lead] as number);
    for (let at = 0; at < row.length; at++) row[at] = times(row[at] as number, scale);
    for (const known of reduced) {
      const factor = known.entries[lead] as number;
      if (factor !== 0) subtractMultiple(known.entries, row, factor, row.length);
    }
    reduced.push({ lead, entries: row });
  }
  return reduced;
}

/** Reduced rows that share no group with the rest, apart: a union that follows lies in such blocks. */
export function blocksOf(rows: readonly ReducedRow[]): ReducedRow[][] {
  const owner = new Map<number, number>();
  const parent = rows.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  };
  for (const [at, { entries }] of rows.entries()) {
    for (let group = 0; group < entries.length; group++) {
      if (entries[group] === 0) continue;
      const other = owner.get(group);
      if (other === undefined) owner.set(group, at);
      else parent[find(at)] = find(other);
    }
  }
  const blocks = new Map<number, ReducedRow[]>();
  for (const [at, row] of rows.entries()) {
    const root = find(at);
    blocks.set(root, [...(blocks.get(root) ?? []), row]);
  }
  return [...blocks.values()];
}
