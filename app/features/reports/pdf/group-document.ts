import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { MARK } from "~/platform/print/mark.ts";
import type { Paper } from "~/platform/print/paper.ts";
import type { PrintDocument } from "~/platform/print/print-block.ts";
import { printedSection } from "~/platform/print/printed.ts";
import { isolated, plainWords, printable } from "~/platform/print/words.ts";
import type { Chart } from "~/ui/charts/chart.ts";
import { drawnChart } from "~/ui/charts/drawn.tsx";
import { chartTexts } from "~/ui/charts/texts.ts";
import type { GroupReportData } from "../report/group-report-page.server.ts";
import { groupSections } from "../sections/group/group-sections.ts";

const answered = ({ answered: count, invited: of }: GroupReportData) => ({ count, of });

/** HR's report on a round as a document, section by section, in the order of the page. */
export function groupDocument(page: GroupReportData, paper: Paper): PrintDocument {
  const t = readerTexts().getFixedT(null, "group-report");
  const words = chartTexts(readerTexts().getFixedT(null, "ui"), readerTexts().language);
  const draw = (chart: Chart) => drawnChart(chart, words);
  const title = t("title", { cycle: page.cycleName });
  const within = t("title", { cycle: isolated(page.cycleName) });
  return {
    paper: paper === "letter" ? "us-letter" : "a4",
    language: readerTexts().language,
    title: printable(title),
    author: printable(page.organisationName),
    description: t("file.description"),
    cover: {
      product: readerTexts().t("shell:product"),
      mark: MARK,
      organisation: plainWords(page.organisationName),
      heading: plainWords(page.cycleName),
      name: plainWords(t("file.about")),
      facts: [
        { label: t("file.closed"), value: writtenDate(page.closedOn) },
        { label: t("file.answered"), value: t("file.of", answered(page)) },
      ].map(({ label, value }) => ({ label: plainWords(label), value: plainWords(value) })),
      note: plainWords(t("lead")),
    },
    footer: {
      about: plainWords(within),
      page: t("file.page", { skipInterpolation: true }),
    },
    sections: groupSections(page, t).map((section) => printedSection(section, draw)),
    signsMissing: false,
    signsMissingNote: plainWords(readerTexts().t("report-pdf:signsMissing")),
  };
}
