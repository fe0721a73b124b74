import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportSection } from "../report-block.ts";
import { bothHats } from "./both-hats.ts";
import { competencies } from "./competencies.ts";
import { departments } from "./departments.ts";
import { quality } from "./quality.ts";
import { summary } from "./summary.ts";
import type { T } from "./words.ts";

/** HR's report on a round, in the order in which it is read. */
export function groupSections(page: GroupReportData, t: T): ReportSection[] {
  const both = bothHats(page, t);
  return [
    summary(page, t),
    ...(both ? [both] : []),
    competencies(page, t),
    departments(page, t),
    quality(page, t),
  ];
}
