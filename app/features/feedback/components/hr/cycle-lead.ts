import type { TFunction } from "i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import type { CyclePage } from "../../cycle-page.server.ts";

/** What state a cycle is in, in a sentence. */
export function leadOf(t: TFunction<"feedback-hr">, { cycle, overdue }: CyclePage): string {
  const day = cycle.state === "nominating" ? cycle.nominateBy : cycle.closesOn;
  const date = day ? writtenDate(day) : "";
  return t(overdue ? "cycle.collecting.overdue" : `cycle.${cycle.state}.lead`, { date });
}
