import { Behaviours } from "../../components/report/behaviours.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintSection } from "../document/print-block.ts";

export function printBehaviours(report: ReportPageData): PrintSection {
  return {
    id: "behaviours",
    startsPage: false,
    blocks: pageBlocks(<Behaviours report={report} />),
  };
}
