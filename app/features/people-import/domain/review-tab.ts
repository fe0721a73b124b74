import { type Page, pageOf } from "~/features/people/domain/index.ts";
import type { AbsenceCounts } from "./count-absences.ts";
import type {
  AbsentPerson,
  ImportPlan,
  KeptChoice,
  PlannedAbsence,
  PlannedChange,
  PlannedPerson,
  RejectedRow,
  UnchangedPerson,
} from "./plan.ts";

export const PLAN_TABS = [
  ...(["new", "changed", "absences", "rejected", "absent"] as const),
  ...(["kept", "unchanged"] as const),
] as const;

export type PlanTab = (typeof PLAN_TABS)[number];
export type ReviewTab = PlanTab | "columns" | "reading";

/** How many entries each tab has, how many of the absent are ticked, and what becomes of absences. */
export type ReviewCounts = Record<
  PlanTab | "setInactive" | "saidAnew" | keyof AbsenceCounts,
  number
>;

/** The part of a review that one screen shows. */
export type ShownPart =
  | { tab: "columns" }
  | { tab: "reading" }
  | ({ tab: "new" } & Page<PlannedPerson>)
  | ({ tab: "changed" } & Page<PlannedChange>)
  | ({ tab: "absences" } & Page<PlannedAbsence>)
  | ({ tab: "rejected" } & Page<RejectedRow>)
  | ({ tab: "absent" } & Page<AbsentPerson & { ticked: boolean }>)
  | ({ tab: "kept" } & Page<KeptChoice>)
  | ({ tab: "unchanged" } & Page<UnchangedPerson>);

/** What an address asks for; without a tab, the first that has something to look at. */
export function shownPart(
  plan: ImportPlan,
  ticked: readonly string[],
  address: URLSearchParams,
): ShownPart {
  const tab = wantedTab(plan, address.get("tab"));
  const page = address.get("page");
  if (tab === "columns" || tab === "reading") return { tab };
  if (tab === "new") return { tab, ...pageOf(plan.new, page) };
  if (tab === "changed") return { tab, ...pageOf(plan.changed, page) };
  if (tab === "absences") return { tab, ...pageOf(plan.absences, page) };
  if (tab === "rejected") return { tab, ...pageOf(plan.rejected, page) };
  if (tab === "kept") return { tab, ...pageOf(plan.kept, page) };
  if (tab === "unchanged") return { tab, ...pageOf(plan.unchanged, page) };
  const part = pageOf(plan.absent, page);
  const ticks = new Set(ticked);
  const entries = part.entries.map((each) => ({ ...each, ticked: ticks.has(each.personId) }));
  return { tab, ...part, entries };
}

function wantedTab(plan: ImportPlan, wanted: string | null): ReviewTab {
  if (wanted === "columns" || wanted === "reading") return wanted;
  const known = PLAN_TABS.find((tab) => tab === wanted);
  return known ?? PLAN_TABS.find((tab) => plan[tab].length > 0) ?? "new";
}
