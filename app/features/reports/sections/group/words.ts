import type { TFunction } from "i18next";
import type { GroupFigure } from "../../domain/group/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import { signed } from "../figure-words.ts";

/** The words of HR's report on a round, in the language it is read in. */
export type T = TFunction<"group-report">;

/** A hat, competency or department by its name. */
export const nameOf = ({ names }: GroupReportData, id: string) => names[id] ?? id;

/** A mean with where it likely lies and its n. */
export function meanWords(
  t: T,
  { mean, low, high, n }: Omit<GroupFigure & { shown: true }, "shown">,
) {
  return t("figure", { mean: signed(mean), low: signed(low), high: signed(high), count: n });
}
