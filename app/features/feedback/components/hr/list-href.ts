/** A page of one of a cycle's lists, as an address. */
export function listHref(
  cycleId: string,
  { tab, search, page }: { tab?: string; search: string; page: number },
): string {
  const query = new URLSearchParams();
  if (tab) query.set("tab", tab);
  if (search) query.set("q", search);
  if (page > 1) query.set("page", String(page));
  return `/cycles/${cycleId}?${query}`;
}
