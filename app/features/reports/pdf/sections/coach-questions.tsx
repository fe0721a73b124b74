import { CoachQuestions } from "../../components/report/coach-questions.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintSection } from "../document/print-block.ts";

/** For the coach's copy only. */
export function printCoachQuestions(report: ReportPageData): PrintSection {
  const blocks = report.reader === "coach" ? pageBlocks(<CoachQuestions report={report} />) : [];
  return { id: "coach", startsPage: false, blocks };
}
