import type {
  AbsentPerson,
  ImportPlan,
  PlannedChange,
  PlannedPerson,
  RejectedRow,
  UnchangedPerson,
} from "./plan.ts";

export const PLAN_TABS = ["new", "changed", "rejected", "absent", "unchanged"] as const;

export type PlanTab = (typeof PLAN_TABS)[number];
export type ReviewTab = PlanTab | "columns";

const ENTRIES_PER_PAGE = 50;

/** How many entries each tab has, and how many of the absent are ticked. */
export type ReviewCounts = Record<PlanTab | "setInactive", number>;

export type Page<Entry> = { entries: Entry[]; page: number; pages: number; total: number };

/** The part of a review that one screen shows. */
export type ShownPart =
  | { tab: "columns" }
  | ({ tab: "new" } & Page<PlannedPerson>)
  | ({ tab: "changed" } & Page<PlannedChange>)
  | ({ tab: "rejected" } & Page<RejectedRow>)
  | ({ tab: "absent" } & Page<AbsentPerson & { ticked: boolean }>)
  | ({ tab: "unchanged" } & Page<UnchangedPerson>);

/** What an address asks for; without a tab, the first that has something to look at. */
export function shownPart(
  plan: ImportPlan,
  ticked: readonly string[],
  address: URLSearchParams,
): ShownPart {
  const tab = wantedTab(plan, address.get("tab"));
  const page = address.get("page");
  if (tab === "columns") return { tab };
  if (tab === "new") return { tab, ...pageOf(plan.new, page) };
  if (tab === "changed") return { tab, ...pageOf(plan.changed, page) };
  if (tab === "rejected") return { tab, ...pageOf(plan.rejected, page) };
  if (tab === "unchanged") return { tab, ...pageOf(plan.unchanged, page) };
  const part = pageOf(plan.absent, page);
  const ticks = new Set(ticked);
  const entries = part.entries.map((each) => ({ ...each, ticked: ticks.has(each.personId) }));
  return { tab, ...part, entries };
}

function wantedTab(plan: ImportPlan, wanted: string | null): ReviewTab {
  if (wanted === "columns") return "columns";
  const known = PLAN_TABS.find((tab) => tab === wanted);
  return known ?? PLAN_TABS.find((tab) => plan[tab].length > 0) ?? "new";
}

/** One page of a list; a page past the end gives the last one. */
export function pageOf<Entry>(list: readonly Entry[], wanted: string | null): Page<Entry> {
  const pages = Math.max(1, Math.ceil(list.length / ENTRIES_PER_PAGE));
  const asked = Number(wanted);
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  const start = (page - 1) * ENTRIES_PER_PAGE;
  return { entries: list.slice(start, start + ENTRIES_PER_PAGE), page, pages, total: list.length };
}
