import type { TFunction } from "i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import type { CycleHead } from "../../running/running-page.server.ts";

/** What state a cycle is in, in a sentence. */
export function leadOf(
  t: TFunction<["feedback-hr", "cycle-running"]>,
  { cycle, facts, overdue }: Pick<CycleHead, "cycle" | "facts" | "overdue">,
): string {
  const day = cycle.state === "nominating" ? cycle.nominateBy : cycle.closesOn;
  const date = day ? writtenDate(day) : "";
  const own = (key: string) => t(`lead.${key}`, { ns: "cycle-running", date });
  if (cycle.state === "collecting" && cycle.paused) return own("paused");
  if (cycle.state === "closing" && facts.closure?.state === "waiting") return own("waiting");
  if (cycle.state === "closed" && cycle.releaseMode === "coach") return own("coaches");
  return t(overdue ? "cycle.collecting.overdue" : `cycle.${cycle.state}.lead`, { date });
}
