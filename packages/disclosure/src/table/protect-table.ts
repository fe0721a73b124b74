import { checkPolicy } from "../check-policy.ts";
import { type AnswerRules, drawWithheld, rangeOf, type Withheld } from "../cover/draw-withheld.ts";
import { type NearEnd, nearEnd } from "../cover/near-end-figure.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";
import type { Cell } from "./cell.ts";
import { countsOf } from "./check-counts.ts";
import { chooseHidden } from "./choose-hidden.ts";
import { hidePinned } from "./hide-pinned.ts";

/**
 * Cells by row and column. With `answers` the sums are of answers on a scale, every cell has its counts, and what would
 * tell that all gave the same is withheld with cover.
 */
export type TableInput = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  readonly answers?: AnswerRules;
};

/**
 * A count and a mean, the range of a mean near an end of its scale, or why they are hidden. An empty cell is hidden for
 * want of an answer.
 */
export type CellFigure =
  | { readonly shown: true; readonly n: number; readonly mean: number }
  | NearEnd
  | Hidden;

/** The table as it may be shown, with its margins. */
export type ProtectedTable = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly CellFigure[])[];
  readonly rowTotals: readonly CellFigure[];
  readonly columnTotals: readonly CellFigure[];
  readonly total: CellFigure;
};

/** A cell, and whether its mean is withheld because of what its answers are. */
type Drawn = { readonly cell: Cell; readonly withheld: Withheld | null };

const nobody: Cell = { n: 0, sum: 0 };

function check({ rows, columns, cells }: TableInput): void {
  const rectangular =
    cells.length === rows.length && cells.every((r) => r.length === columns.length);
  if (!rectangular) throw new RangeError("A table needs a cell for every row and column.");
  const counted = cells.every((row) => row.every(({ n }) => Number.isInteger(n) && n >= 0));
  if (!counted) throw new RangeError("People must be counted.");
}

function draw({ rows, columns, cells }: TableInput, rules: AnswerRules, k: number): Drawn[][] {
  return cells.map((row, r) =>
    row.map((cell, c) => {
      const counts = countsOf(cell, rules.scale, `Cell "${rows[r]}", "${columns[c]}"`);
      return { cell, withheld: cell.n < k ? null : drawWithheld(counts, rules) };
    }),
  );
}

/**
 * Counts and means by two attributes with margins, hiding as few cells as it can find beyond those
 * below `policy.minimumInTables`, so that nothing below it can be worked out from what is shown.
 * A cell whose mean is withheld near an end of the scale is in no other figure: of totals over it only the range
 * is told that follows from the cells. Throws a RangeError when the table is not rectangular, counts are not whole or,
 * with `answers`, a cell's counts are not those of its answers.
 */
export function protectTable(
  input: TableInput,
  policy: DisclosurePolicy,
): Disclosed<ProtectedTable> {
  checkPolicy(policy);
  check(input);
  const { rows, columns, cells } = input;
  const k = policy.minimumInTables;
  const answers = policy.alike === "show" ? undefined : input.answers;
  const drawn = answers
    ? draw(input, answers, k)
    : cells.map((row) => row.map((cell): Drawn => ({ cell, withheld: null })));
  const rest = drawn.map((row) => row.map(({ cell, withheld }) => (withheld ? nobody : cell)));
  const hide = answers
    ? hidePinned(rest, k, answers)
    : chooseHidden(
        rest.map((row) => row.map(({ n }) => n)),
        k,
      );
  const figure = (over: readonly Drawn[], isHidden: boolean): CellFigure => {
    const left = over.filter(({ withheld }) => withheld === null);
    const gone = over.filter(({ withheld }) => withheld !== null);
    const n = left.reduce((sum, { cell }) => sum + cell.n, 0);
    const sum = left.reduce((total, { cell }) => total + cell.sum, 0);
    if (gone.length > 0) {
      if (isHidden && n > 0) return hidden("hidden-subtraction");
      return answers ? spanned(gone, { n, sum }, answers) : hidden("hidden-subtraction");
    }
    if (n === 0) return hidden("hidden-no-answer");
    if (!isHidden) return { shown: true, n, mean: roundTo(sum / n, policy.precision) };
    return hidden(n < k ? "hidden-few-raters" : "hidden-subtraction");
  };
  const column = (c: number) => drawn.flatMap((row) => row[c] ?? []);
  return seal({
    rows,
    columns,
    cells: drawn.map((row, r) => row.map((cell, c) => figure([cell], hide.cells[r]?.[c] ?? true))),
    rowTotals: drawn.map((row, r) => figure(row, hide.rows[r] ?? true)),
    columnTotals: columns.map((_, c) => figure(column(c), hide.columns[c] ?? true)),
    total: figure(drawn.flat(), hide.total),
  });
}

/** What is told of cells some of which are withheld: where their mean may lie by what is told of each. */
function spanned(gone: readonly Drawn[], left: Cell, { scale }: AnswerRules): NearEnd | Hidden {
  if (left.n === 0 && gone.every(({ withheld }) => withheld === "everywhere"))
    return hidden("hidden-one-answer-everywhere");
  let { n, sum: low } = left;
  let high = low;
  for (const { cell, withheld } of gone) {
    const [from, to] = rangeOf(withheld ?? "everywhere", scale);
    n += cell.n;
    low += from * cell.n;
    high += to * cell.n;
  }
  return nearEnd(low / n, high / n, n);
}
