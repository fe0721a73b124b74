import { YouAndOthers } from "../../components/report/you-and-others.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintSection } from "../document/print-block.ts";

export function printYouAndOthers(report: ReportPageData): PrintSection {
  return {
    id: "gaps",
    startsPage: false,
    blocks: pageBlocks(<YouAndOthers report={report} />),
  };
}
