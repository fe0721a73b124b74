import { checkPolicy } from "../check-policy.ts";
import type { AnswerRules } from "../cover/draw-withheld.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import { type LedgerAnswer, QueryLedger } from "../ledger/query-ledger.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { roundTo } from "../round-to.ts";
import type { Cell } from "./cell.ts";
import { countsOf } from "./check-counts.ts";
import type { CellFigure } from "./protect-table.ts";

/** A cell at one value of every attribute, by position. Cells not listed are empty. */
export type CubeCell = Cell & { readonly at: readonly number[] };

/**
 * A table by any number of attributes. With `answers` the sums are of answers on a scale, every cell has its counts,
 * and what would tell that all gave the same is withheld, with cover.
 */
export type CubeInput = {
  readonly attributes: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly cells: readonly CubeCell[];
  readonly answers?: AnswerRules;
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

/** Everyone's answer, cell by cell, and the numbers of those in each. */
function peopleIn(cells: readonly CubeCell[], rules: AnswerRules) {
  const values: number[] = [];
  const members = cells.map((cell) => {
    const first = values.length;
    for (const [at, count] of countsOf(cell, rules.scale, `Cell ${cell.at.join(", ")}`).entries())
      for (let person = 0; person < count; person++) values.push(rules.scale.low + at);
    return Array.from({ length: cell.n }, (_, person) => first + person);
  });
  return { values, members };
}

/** Asks for a margin by its cells: over single people where answers matter, else over whole cells. */
function ledgerOf(cells: readonly CubeCell[], k: number, rules: AnswerRules | undefined) {
  if (!rules) {
    const ledger = QueryLedger.over(
      cells.map(({ n }) => n),
      k,
    );
    return (units: readonly number[]): LedgerAnswer => ledger.ask(units);
  }
  const { values, members } = peopleIn(cells, rules);
  const ledger = QueryLedger.over(values.length, k);
  return (units: readonly number[]): LedgerAnswer =>
    ledger.ask(
      units.flatMap((unit) => members[unit] ?? []),
      { values, rules },
    );
}

/**
 * Counts and means by three or more attributes with all margins. Figures are taken from general to
 * particular, larger before smaller, and shown as long as no combination of those shown isolates a
 * group below `policy.minimumInTables`, and with `answers` nothing that could be worked out would tell that all gave
 * the same. Exact as to safety; for two attributes `protectTable` hides less. Meant for up to some hundred cells.
 * Throws a RangeError for cells that are outside, there twice, or whose counts are not those of their answers.
 */
export function protectCube(input: CubeInput, policy: DisclosurePolicy): Disclosed<ProtectedCube> {
  checkPolicy(policy);
  check(input);
  const filled: CubeInput = { ...input, cells: input.cells.filter(({ n }) => n > 0) };
  const rules = policy.alike === "withhold" ? input.answers : undefined;
  const ask = ledgerOf(filled.cells, policy.minimumInTables, rules);
  const figures = marginsOf(filled).map(({ at, units, n, sum }): CubeFigure => {
    const answer = ask(units);
    if (!answer.answered) return { at, figure: { shown: false, reason: answer.reason } };
    return { at, figure: { shown: true, n, mean: roundTo(sum / n, policy.precision) } };
  });
  return seal({ figures });
}
