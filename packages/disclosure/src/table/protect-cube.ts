import { checkPolicy } from "../check-policy.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import { type LedgerAnswer, QueryLedger } from "../ledger/query-ledger.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { roundTo } from "../round-to.ts";
import type { Cell } from "./cell.ts";
import type { CellFigure } from "./protect-table.ts";

/** A cell at one value of every attribute, by position. Cells not listed are empty. */
export type CubeCell = Cell & { readonly at: readonly number[] };

/** A table by any number of attributes. */
export type CubeInput = {
  readonly attributes: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly cells: readonly CubeCell[];
};

/** A figure of the cube: the value of each attribute, or null for all of them together. */
export type CubeFigure = {
  readonly at: readonly (number | null)[];
  readonly figure: CellFigure;
};

/** All non-empty cells and margins, the most general first. */
export type ProtectedCube = { readonly figures: readonly CubeFigure[] };

type Margin = { at: (number | null)[]; units: number[]; n: number; sum: number };

function marginsOf({ attributes, cells }: CubeInput): Margin[] {
  const margins = new Map<string, Margin>();
  for (const [unit, { at, n, sum }] of cells.entries()) {
    for (let mask = 0; mask < 2 ** attributes.length; mask++) {
      const place = at.map((value, a) => ((mask >> a) & 1 ? value : null));
      const key = place.join(",");
      const margin = margins.get(key) ?? { at: place, units: [], n: 0, sum: 0 };
      margin.units.push(unit);
      margin.n += n;
      margin.sum += sum;
      margins.set(key, margin);
    }
  }
  const detail = (margin: Margin) => margin.at.filter((value) => value !== null).length;
  return [...margins.values()].sort((a, b) => detail(a) - detail(b) || b.n - a.n);
}

function check({ attributes, cells }: CubeInput): void {
  const seen = new Set<string>();
  for (const { at, n } of cells) {
    const inside = at.every(
      (value, a) => value >= 0 && value < (attributes[a]?.values.length ?? 0),
    );
    if (at.length !== attributes.length || !inside) throw new RangeError("A cell lies outside.");
    if (!Number.isInteger(n) || n < 0) throw new RangeError("People must be counted.");
    if (seen.has(at.join(","))) throw new RangeError("A cell is there twice.");
    seen.add(at.join(","));
  }
}

/**
 * Counts and means by three or more attributes with all margins. Figures are taken from general to
 * particular, larger before smaller, and shown as long as no combination of those shown isolates a
 * group below `policy.minimumInTables`. Exact as to safety; for two attributes `protectTable` hides
 * less. Meant for up to some hundred cells.
 */
export function protectCube(input: CubeInput, policy: DisclosurePolicy): Disclosed<ProtectedCube> {
  checkPolicy(policy);
  check(input);
  const filled: CubeInput = { ...input, cells: input.cells.filter(({ n }) => n > 0) };
  const weights = filled.cells.map(({ n }) => n);
  const ledger = QueryLedger.over(weights, policy.minimumInTables);
  const figures = marginsOf(filled).map(({ at, units, n, sum }): CubeFigure => {
    const answer: LedgerAnswer = ledger.ask(units);
    if (!answer.answered) return { at, figure: { shown: false, reason: answer.reason } };
    return { at, figure: { shown: true, n, mean: roundTo(sum / n, policy.precision) } };
  });
  return seal({ figures });
}
