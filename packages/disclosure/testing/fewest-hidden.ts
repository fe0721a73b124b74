type Table = readonly (readonly number[])[];

type Flags = readonly boolean[];

/**
 * Whether every union of hidden cells that follows from the margins is empty or holds k, by looking at every set of
 * lines: the sums of the rows in it less those of its columns leave a union when its columns have all their hidden rows
 * in it. Lines without a total are known together only, as one line.
 */
export function safeByDefinition(
  weights: Table,
  k: number,
  hidden: (r: number, c: number) => boolean,
  without: { rows: Flags; columns: Flags } = { rows: [], columns: [] },
): boolean {
  const [rows, columns] = [
    numbered(weights.length, without.rows),
    numbered(weights[0]?.length ?? 0, without.columns),
  ];
  const cells = weights.flatMap((row, r) =>
    row.flatMap((people, c) =>
      people > 0 && hidden(r, c)
        ? [{ row: 1 << (rows[r] as number), column: 1 << (columns[c] as number), people }]
        : [],
    ),
  );
  for (let inRows = 0; inRows < 1 << rows.length; inRows++) {
    for (let inColumns = 0; inColumns < 1 << columns.length; inColumns++) {
      if (cells.some(({ row, column }) => inColumns & column && !(inRows & row))) continue;
      const union = cells.filter(({ row, column }) => inRows & row && !(inColumns & column));
      const people = union.reduce((sum, cell) => sum + cell.people, 0);
      if (people > 0 && people < k) return false;
    }
  }
  return true;
}

function numbered(lines: number, together: Flags): number[] {
  const first = together.indexOf(true);
  return Array.from({ length: lines }, (_, line) => (together[line] ? first : line));
}

/**
 * The fewest cells beyond those below k that make a table with all its margins safe: every choice is tried, in order of
 * size.
 */
export function fewestExtra(weights: Table, k: number): number {
  const columns = weights[0]?.length ?? 0;
  const cells = weights.flat().map((weight, at) => ({ weight, at }));
  const free = cells.filter(({ weight }) => weight >= k).map(({ at }) => at);
  const hidden = new Set(cells.filter(({ weight }) => weight < k).map(({ at }) => at));
  const search = (from: number, left: number): boolean => {
    if (left === 0) return safeByDefinition(weights, k, (r, c) => hidden.has(r * columns + c));
    for (let i = from; i <= free.length - left; i++) {
      const cell = free[i] as number;
      hidden.add(cell);
      const found = search(i + 1, left - 1);
      hidden.delete(cell);
      if (found) return true;
    }
    return false;
  };
  for (let size = 0; ; size++) if (search(0, size)) return size;
}
