import { present, type Values } from "../data/values.ts";

/**
 * Share of a reference group below a value plus half of those equal to it, 0 to 100 (mid-rank definition,
 * Crawford, Garthwaite and Slick 2009). null when the group is empty or the value missing.
 */
export function percentileRank(value: number, group: Values): { n: number; rank: number } | null {
  const values = present(group);
  if (values.length === 0 || Number.isNaN(value)) return null;
  let score = 0;
  for (const other of values) score += other < value ? 1 : other === value ? 0.5 : 0;
  return { n: values.length, rank: (100 * score) / values.length };
}
