import { SinceLastTimeSection } from "../../components/report/since-last-time.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintSection } from "../document/print-block.ts";

export function printSinceLastTime(report: ReportPageData): PrintSection {
  return {
    id: "change",
    startsPage: false,
    blocks: pageBlocks(<SinceLastTimeSection report={report} />),
  };
}
