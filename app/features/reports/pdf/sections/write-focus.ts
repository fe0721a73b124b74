import type { TFunction } from "i18next";
import type { ReportPageData } from "../../report/report-page.server.ts";
import type { PrintBlock, PrintSection } from "../document/print-block.ts";
import { plainWords } from "../document/words.ts";

const MOST_BEHAVIOURS = 3;

/** A page to write on, for the participant: what to work on, what to do, by when, and who will be told. */
export function printWriteFocus(
  { reader }: ReportPageData,
  t: TFunction<"report-pdf">,
): PrintSection {
  const write = (label: string, lines: number): PrintBlock => ({
    kind: "write",
    label: plainWords(label),
    lines,
  });
  const forms = Array.from({ length: MOST_BEHAVIOURS }, (_, index) => [
    write(t("focus.behaviour", { number: index + 1 }), 1),
    write(t("focus.step"), 2),
  ]);
  const blocks: PrintBlock[] = [
    { kind: "heading", level: 1, words: plainWords(t("focus.title")) },
    { kind: "text", look: "quiet", words: plainWords(t("focus.lead")) },
    ...forms.flat(),
    write(t("focus.who"), 1),
  ];
  return { id: "write", startsPage: true, blocks: reader === "participant" ? blocks : [] };
}
