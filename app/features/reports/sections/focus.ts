import { writtenDate } from "~/platform/i18n/format.ts";
import { isOwnReport } from "../domain/report-reader.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import type { ReportBlock, ReportSection, T } from "./report-block.ts";

/** The heading of where every report ends; the page puts the form to choose by between the blocks. */
export function focusHead(report: ReportPageData, t: T): Omit<ReportSection, "blocks"> {
  return { id: "focus", title: t(isOwnReport(report.reader) ? "focus.title" : "focus.theirs") };
}

/** What was chosen to work on, what to do and by when. */
export function chosenFocus({ focus, reader, itemLabels }: ReportPageData, t: T): ReportBlock[] {
  if (focus.length === 0)
    return reader === "participant"
      ? []
      : [{ kind: "sentence", look: "quiet", words: t("focus.noneChosen") }];
  const cards = focus.map(({ item, direction, nextStep, dueOn }): ReportBlock[] => [
    {
      kind: "sentence",
      look: "strong",
      words: itemLabels[item] ?? item,
      aside: t(`focus.direction.${direction}`),
    },
    { kind: "written", text: nextStep },
    { kind: "note", words: t("focus.by", { date: writtenDate(dueOn) }) },
  ]);
  return [{ kind: "cards", cards }];
}

/** What may be worth choosing, for paper: the page offers the same in its form. */
export function suggestedFocus({ findings, itemLabels }: ReportPageData, t: T): ReportBlock[] {
  if (findings.suggestions.length === 0) return [];
  const items = findings.suggestions.map(({ item, direction, importance }) => ({
    words: itemLabels[item] ?? item,
    aside: [
      t(`focus.direction.${direction}`),
      ...(importance ? [t(`focus.importance.${importance}`)] : []),
    ].join(", "),
  }));
  return [
    { kind: "sentence", look: "quiet", words: t("focus.lead") },
    { kind: "sentence", look: "strong", words: t("focus.suggested") },
    { kind: "list", marks: "numbers", items },
  ];
}
