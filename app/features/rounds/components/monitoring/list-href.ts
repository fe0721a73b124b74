import type { ProgressOrder } from "../../domain/progress-order.ts";

type Listed = { tab?: string; search: string; page: number; order?: ProgressOrder | null };

/** A page of one of a round's lists, as an address. */
export function listHref(roundPage: string, listed: Listed): string {
  return `${roundPage}?${listQuery(listed)}`;
}

/** What says which list it is, in its address and in that of the list as a file. */
export function listQuery({ tab, search, page, order }: Listed): URLSearchParams {
  const query = new URLSearchParams();
  if (tab) query.set("tab", tab);
  if (search) query.set("q", search);
  if (order) query.set("sort", order);
  if (page > 1) query.set("page", String(page));
  return query;
}

/** What of a list's address a search in it keeps. */
export function keptInSearch({
  tab,
  order,
}: Pick<Listed, "tab" | "order">): Record<string, string> {
  return { ...(tab && { tab }), ...(order && { sort: order }) };
}
