import type { TFunction } from "i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Guidance } from "../../components/report/guidance.tsx";
import { isOwnReport } from "../../domain/report-reader.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import { pageBlocks } from "../document/page-blocks.tsx";
import type { PrintBlock, PrintSection } from "../document/print-block.ts";
import { plainWords, words } from "../document/words.ts";

type T = TFunction<"report-pdf">;

/** What was chosen, what may be worth choosing, and guidance for it. The page to write on comes last. */
export function printFocus(report: ReportPageData, t: T): PrintSection {
  const own = isOwnReport(report.reader);
  const title = own ? t("report:focus.title") : t("report:focus.theirs");
  return {
    id: "focus",
    startsPage: false,
    blocks: [
      { kind: "heading", level: 1, words: plainWords(title) },
      ...chosen(report, t),
      ...(own ? suggested(report, t) : []),
      ...pageBlocks(<Guidance report={report} />),
    ],
  };
}

function chosen(report: ReportPageData, t: T): PrintBlock[] {
  if (report.focus.length === 0)
    return report.reader === "participant"
      ? []
      : [{ kind: "text", look: "quiet", words: plainWords(t("report:focus.noneChosen")) }];
  return report.focus.map(({ item, direction, nextStep, dueOn }) => ({
    kind: "card",
    tinted: false,
    blocks: [
      {
        kind: "text",
        look: "plain",
        words: words([
          { text: report.itemLabels[item] ?? item, strong: true },
          { text: ` ${t(`report:focus.direction.${direction}`)}`, quiet: true },
        ]),
      },
      { kind: "text", look: "plain", words: plainWords(nextStep) },
      {
        kind: "text",
        look: "quiet",
        words: plainWords(t("report:focus.by", { date: writtenDate(dueOn) })),
      },
    ],
  }));
}

function suggested({ findings, itemLabels }: ReportPageData, t: T): PrintBlock[] {
  if (findings.suggestions.length === 0) return [];
  return [
    { kind: "text", look: "quiet", words: plainWords(t("report:focus.lead")) },
    { kind: "text", look: "strong", words: plainWords(t("report:focus.suggested")) },
    {
      kind: "list",
      numbered: true,
      items: findings.suggestions.map(({ item, direction, importance }) => [
        {
          kind: "text",
          look: "plain",
          words: words([
            { text: itemLabels[item] ?? item },
            { text: ` ${t(`report:focus.direction.${direction}`)}`, quiet: true },
            ...(importance
              ? [{ text: `, ${t(`report:focus.importance.${importance}`)}`, quiet: true }]
              : []),
          ]),
        },
      ]),
    },
  ];
}
