import { HowToRead } from "../../components/report/how-to-read.tsx";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintSection } from "../document/print-block.ts";

export function printHowToRead(): PrintSection {
  return { id: "how", startsPage: false, blocks: pageBlocks(<HowToRead />) };
}
