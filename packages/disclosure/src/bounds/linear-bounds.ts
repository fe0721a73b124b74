import { Simplex } from "./simplex.ts";
import type { Bounds, Statement, Unit } from "./types.ts";

function simplexOf(
  units: readonly Unit[],
  statements: readonly Statement[],
  place: ReadonlyMap<string, number>,
  low: number,
  high: number,
): Simplex {
  const people = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + (units[place.get(id) ?? -1]?.people ?? 0), 0);
  return new Simplex(
    units.map((unit) => (high - low) * unit.people),
    statements.map(({ over, sum }) => ({
      over: over.map((id) => place.get(id) ?? 0),
      sum: sum - low * people(over),
    })),
  );
}

/** The narrowest bounds on each unit's mean that hold for every set of answers with these totals. */
export function linearBounds(
  units: readonly Unit[],
  statements: readonly Statement[],
  place: ReadonlyMap<string, number>,
  low: number,
  high: number,
): Bounds[] {
  const simplex = simplexOf(units, statements, place, low, high);
  return units.map(({ id, people }, at) => ({
    unit: id,
    low: low + simplex.push(at, -1) / people,
    high: low + simplex.push(at, 1) / people,
  }));
}

/** Which units have only one possible mean, and what it is. */
export function pinnedUnits(
  units: readonly Unit[],
  statements: readonly Statement[],
  place: ReadonlyMap<string, number>,
  low: number,
  high: number,
): { readonly at: number; readonly mean: number }[] {
  const simplex = simplexOf(units, statements, place, low, high);
  const first = simplex.values();
  const moves = new Set<number>();
  const pinned: { at: number; mean: number }[] = [];
  // Every vertex passed shows which units can move, so that few need to be tried.
  const look = () => {
    for (const [at, value] of simplex.values().entries()) {
      if (Math.abs(value - (first[at] ?? 0)) > 1e-6) moves.add(at);
    }
  };
  for (const [at, { people }] of units.entries()) {
    for (const direction of [1, -1] as const) {
      if (moves.has(at)) break;
      simplex.push(at, direction);
      look();
    }
    if (!moves.has(at)) pinned.push({ at, mean: low + (first[at] ?? 0) / people });
  }
  return pinned;
}
