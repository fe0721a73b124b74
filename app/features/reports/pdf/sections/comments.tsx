import { Comments } from "../../components/report/comments.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintSection } from "../document/print-block.ts";

export function printComments(report: ReportPageData): PrintSection {
  return {
    id: "comments",
    startsPage: false,
    blocks: pageBlocks(<Comments report={report} />),
  };
}
