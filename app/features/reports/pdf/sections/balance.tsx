import { Balance } from "../../components/report/balance.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintSection } from "../document/print-block.ts";

export function printBalance(report: ReportPageData): PrintSection {
  return {
    id: "balance",
    startsPage: false,
    blocks: pageBlocks(<Balance report={report} />),
  };
}
