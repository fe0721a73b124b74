import type { Values } from "../data/values.ts";

export interface SumsByGroup {
  n: number;
  groups: number;
  /** Size and mean of each group, in order of appearance. */
  sizes: number[];
  means: number[];
  ssBetween: number;
  ssWithin: number;
  sizeSquares: number;
}

/**
 * Sums of squares of a one-way analysis of variance. Missing values are left out; what rounding alone leaves counts as
 * no variance.
 */
export function sumsByGroup(values: Values, group: ArrayLike<number | string>): SumsByGroup {
  if (values.length !== group.length) throw new RangeError("values and groups differ in length");
  const byGroup = new Map<number | string, number[]>();
  let n = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    const key = group[i] as number | string;
    const members = byGroup.get(key);
    if (members === undefined) byGroup.set(key, [value]);
    else members.push(value);
    n++;
    total += value;
  }
  const grand = total / n;
  const means: number[] = [];
  let ssBetween = 0;
  let ssWithin = 0;
  let sizeSquares = 0;
  for (const members of byGroup.values()) {
    const mean = members.reduce((sum, v) => sum + v, 0) / members.length;
    means.push(mean);
    ssBetween += members.length * (mean - grand) ** 2;
    for (const v of members) ssWithin += (v - mean) ** 2;
    sizeSquares += members.length ** 2;
  }
  const noise = 1e-28 * (n * grand * grand + ssBetween + ssWithin);
  const clean = (ss: number) => (ss > noise ? ss : 0);
  return {
    n,
    groups: byGroup.size,
    sizes: [...byGroup.values()].map((members) => members.length),
    means,
    ssBetween: clean(ssBetween),
    ssWithin: clean(ssWithin),
    sizeSquares,
  };
}
