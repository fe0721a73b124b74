import type { TFunction } from "i18next";
import { Competencies } from "../../components/report/competencies.tsx";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintBlock, PrintSection } from "../document/print-block.ts";
import { plainWords } from "../document/words.ts";

type Folded = Extract<PrintBlock, { kind: "folded" }>;

/**
 * First the charts to read, together; then what the page opens on demand, tables before the charts by group of raters.
 */
export function printCompetencies(
  report: ReportPageData,
  t: TFunction<"report-pdf">,
): PrintSection {
  const charts: PrintBlock[] = [];
  const tables: Folded[] = [];
  const byGroup: Folded[] = [];
  let hat = -1;
  for (const block of pageBlocks(<Competencies report={report} />)) {
    if (block.kind === "chart") hat += 1;
    if (block.kind !== "folded") {
      charts.push(block);
      continue;
    }
    // On the page each stands under its hat's chart; apart from it, it has to say which hat it is of.
    const named = ofHat(block, (what) => t("ofHat", { hat: report.hats[hat]?.name ?? "", what }));
    (block.blocks.some(({ kind }) => kind === "chart") ? byGroup : tables).push(named);
  }
  return { id: "competencies", startsPage: true, blocks: [...charts, ...tables, ...byGroup] };
}

function ofHat(block: Folded, name: (what: string) => string): Folded {
  const [heading, ...rest] = block.blocks;
  if (heading?.kind !== "heading") return block;
  const what = heading.words.runs.map((run) => run.text).join("");
  return { ...block, blocks: [{ ...heading, words: plainWords(name(what)) }, ...rest] };
}
