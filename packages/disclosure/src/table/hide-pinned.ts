import { pinnedUnits } from "../audit/linear-bounds.ts";
import { narrowBounds } from "../audit/narrow-bounds.ts";
import type { Cell, Weights } from "./cell.ts";
import { chooseHidden, type HiddenCells } from "./choose-hidden.ts";

type Cells = readonly (readonly Cell[])[];
type Range = { readonly low: number; readonly high: number };
type Place = { readonly r: number; readonly c: number };

/** Totals that a reader can form: of each line with a total, and of those without one together. */
function lines(hide: HiddenCells, places: readonly Place[]): Place[][] {
  const by = (hidden: readonly boolean[], at: (place: Place) => number) => [
    ...Map.groupBy(places, (place) => (hidden[at(place)] ? -1 : at(place))).values(),
  ];
  return [...by(hide.rows, ({ r }) => r), ...by(hide.columns, ({ c }) => c)];
}

/** Lines times hidden cells up to which every combination of totals is examined. */
const mostLinear = 5_000;

/**
 * A hidden cell whose mean the range of the scale pins down, and which is below k or at an end of
 * the scale; or null. Beyond some size only chains of single totals are followed.
 */
function findPinned(cells: Cells, hide: HiddenCells, k: number, range: Range): Place | null {
  const places = cells.flatMap((row, r) =>
    row.flatMap(({ n }, c) => (n > 0 && hide.cells[r]?.[c] ? [{ r, c }] : [])),
  );
  const id = ({ r, c }: Place) => `${r},${c}`;
  const cell = ({ r, c }: Place) => cells[r]?.[c] ?? { n: 0, sum: 0 };
  const units = places.map((place) => ({ id: id(place), people: cell(place).n }));
  const at = new Map(places.map((place, index) => [id(place), index]));
  const statements = lines(hide, places).map((line) => ({
    over: line.map(id),
    sum: line.reduce((sum, place) => sum + cell(place).sum, 0),
  }));
  const { low, high } = range;
  const pinned =
    statements.length * units.length <= mostLinear
      ? pinnedUnits(units, statements, at, low, high)
      : narrowBounds(units, [], statements, at, low, high).flatMap((bounds, index) =>
          bounds.high - bounds.low < 1e-6 ? [{ at: index, mean: bounds.low }] : [],
        );
  const harmful = pinned.find(
    ({ at: index, mean }) =>
      (units[index]?.people ?? 0) < k || mean < low + 1e-6 || mean > high - 1e-6,
  );
  return harmful === undefined ? null : (places[harmful.at] ?? null);
}

/** The smallest shown, non-empty cell in the lines through a place, to be hidden as well. */
function another(cells: Cells, hide: HiddenCells, pinned: Place): Place | null {
  const sameRow = (r: number) => r === pinned.r || (hide.rows[r] && hide.rows[pinned.r]);
  const sameColumn = (c: number) => c === pinned.c || (hide.columns[c] && hide.columns[pinned.c]);
  let best: Place | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [r, row] of cells.entries()) {
    for (const [c, { n }] of row.entries()) {
      if (n === 0 || hide.cells[r]?.[c] || !(sameRow(r) || sameColumn(c)) || n >= least) continue;
      least = n;
      best = { r, c };
    }
  }
  return best;
}

/**
 * `chooseHidden`, repeated with more cells or totals forced, until no hidden cell is pinned by
 * totals at the end of the scale: "everyone here, whoever they are, gave the lowest answer".
 */
export function hidePinned(cells: Cells, weights: Weights, k: number, range: Range): HiddenCells {
  const unanimous = (list: readonly Cell[]) => {
    const n = list.reduce((sum, cell) => sum + cell.n, 0);
    const sum = list.reduce((total, cell) => total + cell.sum, 0);
    return n > 0 && (sum <= n * range.low || sum >= n * range.high);
  };
  const columns = (cells[0] ?? []).map((_, c) => cells.flatMap((row) => row[c] ?? []));
  const forced = {
    cells: cells.map((row) => row.map(() => false)),
    rows: cells.map(unanimous),
    columns: columns.map(unanimous),
  };
  if (unanimous(cells.flat())) return everything(cells);
  for (;;) {
    const hide = chooseHidden(weights, k, forced, 0);
    const pinned = hide.total ? null : findPinned(cells, hide, k, range);
    if (pinned === null) {
      // The search for fewer cells comes once, at the end; what it shows must not pin another.
      const fewer = chooseHidden(weights, k, forced);
      const better = count(fewer) < count(hide) && findPinned(cells, fewer, k, range) === null;
      return better ? fewer : hide;
    }
    const more = another(cells, hide, pinned);
    if (more !== null) (forced.cells[more.r] as boolean[])[more.c] = true;
    else if (forced.rows[pinned.r] && forced.columns[pinned.c]) return everything(cells);
    else {
      forced.rows[pinned.r] = true;
      forced.columns[pinned.c] = true;
    }
  }
}

function count(hide: HiddenCells): number {
  return hide.cells.flat().filter(Boolean).length;
}

function everything(cells: Cells): HiddenCells {
  return {
    cells: cells.map((row) => row.map(({ n }) => n > 0)),
    rows: cells.map(() => true),
    columns: (cells[0] ?? []).map(() => true),
    total: true,
  };
}
