import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportSection } from "../report-block.ts";
import { bothHats } from "./both-hats.ts";
import { competencies } from "./competencies.ts";
import { departments } from "./departments.ts";
import { quality } from "./quality.ts";
import { spread } from "./spread.ts";
import { summary } from "./summary.ts";
import type { T } from "./words.ts";

/** HR's report on a round, in the order in which it is read: people first, then averages. */
export function groupSections(page: GroupReportData, t: T): ReportSection[] {
  const sections = [
    summary(page, t),
    spread(page, t),
    bothHats(page, t),
    departments(page, t),
    competencies(page, t),
    quality(page, t),
  ];
  return sections.filter((section) => section !== null);
}
