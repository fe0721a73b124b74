import type { ReportPageData } from "./report-page.server.ts";

/**
 * A report without the figures of the round before it. Whoever keeps the reports of this round may not reach that
 * one, and there participants may have been told that nobody keeps theirs.
 */
export function withoutLastTime(report: ReportPageData): ReportPageData {
  return {
    ...report,
    sections: report.sections.filter((section) => section !== "change"),
    content: { ...report.content, sinceLastTime: null },
  };
}
