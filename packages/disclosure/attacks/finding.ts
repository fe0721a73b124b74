import { audit } from "../src/audit/audit.ts";
import type { Statement, Unit } from "../src/bounds/types.ts";

/** What an attacker found out about one publication. */
export type Finding = {
  /** Single people, or groups below the minimum, whose answers follow by algebra. */
  readonly algebra: number;
  /** Single units below the minimum whose answer the range of the scale pins down. */
  readonly bounds: number;
};

/** No find. */
export const nothing: Finding = { algebra: 0, bounds: 0 };

/** Both together. */
export const plus = (a: Finding, b: Finding): Finding => ({
  algebra: a.algebra + b.algebra,
  bounds: a.bounds + b.bounds,
});

/** The sum behind a published mean: n is known, answers are whole numbers. */
export const sumOf = ({ n, mean }: { readonly n: number; readonly mean: number }): number =>
  Math.round(mean * n);

/**
 * An attacker who knows who is behind every figure and combines all of them. `open` units are no
 * secret (identified raters, the attacker's own answers) and do not count as found; `k` is the
 * size from which a group is no longer a find.
 */
export function combineAll(
  units: readonly Unit[],
  statements: readonly Statement[],
  k: number,
  open: ReadonlySet<string> = new Set(),
): Finding {
  const { determined, bounds } = audit(units, statements, { k, low: 1, high: 5 });
  const people = new Map(units.map(({ id, people: n }) => [id, n]));
  const secret = (ids: readonly string[]) => ids.some((id) => !open.has(id));
  return {
    algebra: determined.filter(({ units: ids }) => secret(ids)).length,
    bounds: bounds.filter(
      ({ unit, low, high }) => high - low < 1e-6 && secret([unit]) && (people.get(unit) ?? 0) < k,
    ).length,
  };
}
