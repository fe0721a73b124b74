import { pinnedUnits } from "../bounds/linear-bounds.ts";
import { narrowBounds } from "../bounds/narrow-bounds.ts";
import { type AnswerRules, drawWithheld } from "../cover/draw-withheld.ts";
import type { Scale } from "../cover/scale.ts";
import type { Cell } from "./cell.ts";
import { addCounts, countsOf } from "./check-counts.ts";
import { chooseHidden, type HiddenCells } from "./choose-hidden.ts";

type Cells = readonly (readonly Cell[])[];
type Place = { readonly r: number; readonly c: number };

/** The scale of the answers, and whether the mean over some cells is to be withheld. */
type Danger = {
  readonly scale: Scale;
  readonly isWithheld: (places: readonly Place[]) => boolean;
};

const idOf = ({ r, c }: Place) => `${r},${c}`;

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
 * A hidden cell below k whose mean the range of the scale pins down, or one of hidden cells whose total is known and
 * withheld; or null. Beyond some size only chains of single totals are followed.
 */
function findDanger(
  cells: Cells,
  hide: HiddenCells,
  k: number,
  { scale, isWithheld }: Danger,
): Place | null {
  const places = cells.flatMap((row, r) =>
    row.flatMap(({ n }, c) => (n > 0 && hide.cells[r]?.[c] ? [{ r, c }] : [])),
  );
  const cell = ({ r, c }: Place) => cells[r]?.[c] ?? { n: 0, sum: 0 };
  const known = lines(hide, places);
  const told = known.find((line) => line.length > 1 && isWithheld(line))?.[0];
  if (told !== undefined) return told;
  const units = places.map((place) => ({ id: idOf(place), people: cell(place).n }));
  const at = new Map(places.map((place, index) => [idOf(place), index]));
  const statements = known.map((line) => ({
    over: line.map(idOf),
    sum: line.reduce((sum, place) => sum + cell(place).sum, 0),
  }));
  const { low, high } = scale;
  const pinned =
    statements.length * units.length <= mostLinear
      ? pinnedUnits(units, statements, at, low, high)
      : narrowBounds(units, [], statements, at, low, high).flatMap((bounds, index) =>
          bounds.high - bounds.low < 1e-6 ? [{ at: index }] : [],
        );
  const harmful = pinned.find(({ at: index }) => (units[index]?.people ?? 0) < k);
  return harmful === undefined ? null : (places[harmful.at] ?? null);
}

/** The smallest shown, non-empty cell in the lines through a place, to be hidden as well. */
function another(cells: Cells, hide: HiddenCells, found: Place): Place | null {
  const sameRow = (r: number) => r === found.r || (hide.rows[r] && hide.rows[found.r]);
  const sameColumn = (c: number) => c === found.c || (hide.columns[c] && hide.columns[found.c]);
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

/** Draws once for each set of cells whether its mean is withheld. */
function dangerOf(cells: Cells, rules: AnswerRules): Danger {
  const drawn = new Map<string, boolean>();
  const isWithheld = (places: readonly Place[]) => {
    const key = places.map(idOf).join(" ");
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const counts = places.flatMap(({ r, c }) => {
      const cell = cells[r]?.[c];
      return cell ? [countsOf(cell, rules.scale, `Cell ${idOf({ r, c })}`)] : [];
    });
    const withheld = drawWithheld(addCounts(counts), rules) !== null;
    drawn.set(key, withheld);
    return withheld;
  };
  return { scale: rules.scale, isWithheld };
}

/**
 * `chooseHidden`, repeated with more cells or totals forced, until no hidden cell below k is pinned by the range of the
 * scale, and no union of hidden cells that can be worked out is to be withheld near an end of it. Cells that are
 * withheld themselves are not among these.
 */
export function hidePinned(cells: Cells, k: number, rules: AnswerRules): HiddenCells {
  const weights = cells.map((row) => row.map(({ n }) => n));
  const forced = {
    cells: cells.map((row) => row.map(() => false)),
    rows: cells.map(() => false),
    columns: (cells[0] ?? []).map(() => false),
  };
  const danger = dangerOf(cells, rules);
  for (;;) {
    const hide = chooseHidden(weights, k, forced, 0);
    const found = hide.total ? null : findDanger(cells, hide, k, danger);
    if (found === null) {
      // The search for fewer cells comes once, at the end; what it shows must not pin another.
      const fewer = chooseHidden(weights, k, forced);
      const better = count(fewer) < count(hide) && findDanger(cells, fewer, k, danger) === null;
      return better ? fewer : hide;
    }
    const more = another(cells, hide, found);
    if (more !== null) (forced.cells[more.r] as boolean[])[more.c] = true;
    else if (forced.rows[found.r] && forced.columns[found.c]) return everything(cells);
    else {
      forced.rows[found.r] = true;
      forced.columns[found.c] = true;
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
