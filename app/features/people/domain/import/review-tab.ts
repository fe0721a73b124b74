import type { ImportPlan } from "./plan.ts";

export const PLAN_TABS = ["new", "changed", "rejected", "absent", "unchanged"] as const;

export type PlanTab = (typeof PLAN_TABS)[number];
export type ReviewTab = PlanTab | "columns";

export const ENTRIES_PER_PAGE = 50;

/** The tab an address asks for, otherwise the first that has something to look at. */
export function reviewTab(wanted: string | null, plan: ImportPlan): ReviewTab {
  if (wanted === "columns") return "columns";
  const known = PLAN_TABS.find((tab) => tab === wanted);
  return known ?? PLAN_TABS.find((tab) => plan[tab].length > 0) ?? "new";
}

export type Page<Entry> = { entries: Entry[]; page: number; pages: number; total: number };

/** One page of a list; a page past the end gives the last one. */
export function pageOf<Entry>(list: readonly Entry[], wanted: string | null): Page<Entry> {
  const pages = Math.max(1, Math.ceil(list.length / ENTRIES_PER_PAGE));
  const asked = Number(wanted);
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  const start = (page - 1) * ENTRIES_PER_PAGE;
  return { entries: list.slice(start, start + ENTRIES_PER_PAGE), page, pages, total: list.length };
}
