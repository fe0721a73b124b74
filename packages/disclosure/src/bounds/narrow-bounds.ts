import type { Bounds, Statement, Unit } from "./types.ts";

/** Σ coefficient × sum of unit = value. */
type Equation = { readonly terms: readonly { unit: number; by: number }[]; readonly value: number };

/** Interval arithmetic converges fast or crawls; stopping early leaves bounds valid, only wider. */
const mostRounds = 100;

/** Less than any difference between sums of whole answers, more than rounding error. */
const slack = 1e-9;

function equationsOf(
  width: number,
  reduced: readonly { readonly row: readonly bigint[] }[],
  statements: readonly Statement[],
  place: ReadonlyMap<string, number>,
): Equation[] {
  const published = statements.map(({ over, sum }) => ({
    terms: over.map((id) => ({ unit: place.get(id) ?? 0, by: 1 })),
    value: sum,
  }));
  const derived = reduced.map(({ row }) => ({
    terms: row.slice(0, width).flatMap((by, unit) => (by === 0n ? [] : [{ unit, by: Number(by) }])),
    value: Number(row[width] ?? 0n),
  }));
  return [...published, ...derived];
}

/** Passes the range of each unit's sum through every equation until nothing narrows any more. */
export function narrowBounds(
  units: readonly Unit[],
  reduced: readonly { readonly row: readonly bigint[] }[],
  statements: readonly Statement[],
  place: ReadonlyMap<string, number>,
  low: number,
  high: number,
): Bounds[] {
  const least = units.map(({ people }) => low * people);
  const most = units.map(({ people }) => high * people);
  const equations = equationsOf(units.length, reduced, statements, place);
  const narrow = ({ terms, value }: Equation): boolean => {
    let [bottom, top] = [0, 0];
    for (const { unit, by } of terms) {
      bottom += by * ((by > 0 ? least[unit] : most[unit]) ?? 0);
      top += by * ((by > 0 ? most[unit] : least[unit]) ?? 0);
    }
    let moved = false;
    for (const { unit, by } of terms) {
      const [l, m] = [least[unit] ?? 0, most[unit] ?? 0];
      const [atLeast, atMost] = by > 0 ? [l, m] : [m, l];
      const ends = [(value - bottom) / by + atLeast, (value - top) / by + atMost];
      const newLeast = Math.max(l, Math.min(...ends));
      const newMost = Math.min(m, Math.max(...ends));
      if (newLeast <= l + slack && newMost >= m - slack) continue;
      least[unit] = newLeast;
      most[unit] = newMost;
      bottom += by * ((by > 0 ? newLeast : newMost) - atLeast);
      top += by * ((by > 0 ? newMost : newLeast) - atMost);
      moved = true;
    }
    return moved;
  };
  for (let round = 0; round < mostRounds; round++) {
    // Every equation has its turn in every round.
    if (equations.filter(narrow).length === 0) break;
  }
  return units.map(({ id, people }, at) => ({
    unit: id,
    low: (least[at] ?? 0) / people,
    high: (most[at] ?? 0) / people,
  }));
}
