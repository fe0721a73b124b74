/**
 * A row with the number a spreadsheet shows beside it (the first line of the file is row 1), and whether the
 * spreadsheet hides it.
 */
export type FileRow = { row: number; cells: string[]; hidden?: true };

export const MOST_COLUMNS = 100;
export const MOST_ROWS = 50_000;
/** The header may have so many lines of titles above it, less one. */
export const LINES_SEARCHED_FOR_HEADER = 10;
