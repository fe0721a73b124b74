import { AtAGlance } from "../../components/report/at-a-glance.tsx";
import { WhoAnswered } from "../../components/report/who-answered.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintSection } from "../document/print-block.ts";

/** Who answered, and what to know first. */
export function printAtAGlance(report: ReportPageData): PrintSection {
  return {
    id: "glance",
    startsPage: false,
    blocks: [
      ...pageBlocks(<WhoAnswered content={report.content} />),
      ...pageBlocks(<AtAGlance report={report} />),
    ],
  };
}
