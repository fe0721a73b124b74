/** A page without scripts has at most so many cells, and as many rows. */
export const MOST_CELLS = 3_000;
const MOST_ROWS = 50;
/** So many competencies stand beside each other at most; the others follow on parts of their own. */
export const MOST_COLUMNS = 60;
/** With scripts so many pages come at once, and only what is in sight is drawn. */
const PAGES_AT_ONCE = 5;

export type PageOfRows = {
  /** The page that was asked for, from 1; the last one when there are not as many. */
  page: number;
  pages: number;
  /** Rows of the page itself, from 0; `to` is the first that is not on it. */
  from: number;
  to: number;
  /** Rows that come with it. */
  sent: { from: number; to: number };
  /** The pages before and after what is sent, null where there are none. */
  before: number | null;
  after: number | null;
};

/** Which rows of a long table are on a page, by how many columns it has, and which others are sent with it. */
export function pageOfRows(rows: number, columns: number, asked: number): PageOfRows {
  const size = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / Math.max(1, columns))));
  const pages = Math.max(1, Math.ceil(rows / size));
  const page = Math.min(Math.max(1, asked), pages);
  const first = Math.floor((page - 1) / PAGES_AT_ONCE) * PAGES_AT_ONCE;
  const after = first + PAGES_AT_ONCE;
  return {
    ...{ page, pages, from: (page - 1) * size, to: Math.min(rows, page * size) },
    sent: { from: first * size, to: Math.min(rows, after * size) },
    before: first > 0 ? first - PAGES_AT_ONCE + 1 : null,
    after: after < pages ? after + 1 : null,
  };
}

/** Which columns are on a part of them. */
export function partOfColumns<Column>(columns: readonly Column[], asked: number) {
  const parts = Math.max(1, Math.ceil(columns.length / MOST_COLUMNS));
  const part = Math.min(Math.max(1, asked), parts);
  const from = (part - 1) * MOST_COLUMNS;
  return { part, parts, from, columns: columns.slice(from, from + MOST_COLUMNS) };
}
