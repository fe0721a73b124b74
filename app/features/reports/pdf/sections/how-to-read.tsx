import { HowToRead } from "../../components/report/how-to-read.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintSection } from "../document/print-block.ts";

export function printHowToRead({ content }: ReportPageData): PrintSection {
  return { id: "how", startsPage: false, blocks: pageBlocks(<HowToRead content={content} />) };
}
