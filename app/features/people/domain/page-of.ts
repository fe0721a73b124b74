const ENTRIES_PER_PAGE = 50;

export type Page<Entry> = { entries: Entry[]; page: number; pages: number; total: number };

/** One page of a list; a page past the end gives the last one. */
export function pageOf<Entry>(list: readonly Entry[], wanted: string | null): Page<Entry> {
  const pages = Math.max(1, Math.ceil(list.length / ENTRIES_PER_PAGE));
  const asked = Number(wanted);
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  const start = (page - 1) * ENTRIES_PER_PAGE;
  return { entries: list.slice(start, start + ENTRIES_PER_PAGE), page, pages, total: list.length };
}
