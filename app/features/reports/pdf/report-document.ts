import type { TFunction } from "i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Paper } from "~/platform/print/paper.ts";
import type { PrintDocument, PrintSection } from "~/platform/print/print-block.ts";
import { printedBlocks, printedSection } from "~/platform/print/printed.ts";
import { isolated, plainWords, printable } from "~/platform/print/words.ts";
import type { Chart } from "~/ui/charts/chart.ts";
import { drawnChart } from "~/ui/charts/drawn.tsx";
import { chartTexts } from "~/ui/charts/texts.ts";
import { isOwnReport, isReportSection } from "../domain/report-reader.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { whoAnswered } from "../sections/who-answered.ts";
import { paperSections } from "./paper-sections.ts";

/** The report as a document, section by section, in the order of the page. */
export function reportDocument(report: ReportPageData, paper: Paper): PrintDocument {
  const t = texts.getFixedT(null, "report-pdf");
  const about = {
    name: report.participantName,
    cycle: report.cycleName,
    date: writtenDate(report.closedOn),
  };
  const within = { ...about, name: isolated(about.name), cycle: isolated(about.cycle) };
  const own = isOwnReport(report.reader);
  return {
    paper: paper === "letter" ? "us-letter" : "a4",
    language: texts.language,
    title: printable(t("report:titleOf", about)),
    heading: plainWords(own ? t("report:title") : t("report:titleOf", within)),
    author: printable(report.participantName),
    description: t("description"),
    lead: plainWords(own ? t("lead", within) : t("report:leadShared", within)),
    footer: {
      about: plainWords(t("footer.about", within)),
      page: t("footer.page", { skipInterpolation: true }),
    },
    sections: sectionsOf(report, t),
    signsMissing: false,
    signsMissingNote: plainWords(t("signsMissing")),
  };
}

function sectionsOf(report: ReportPageData, paper: TFunction<"report-pdf">): PrintSection[] {
  const words = chartTexts(texts.getFixedT(null, "ui"), texts.language);
  const draw = (chart: Chart) => drawnChart(chart, words);
  const t = texts.getFixedT(null, "report");
  // Who answered has no heading of its own and stands before the first.
  const who = printedBlocks(whoAnswered(report.content, t), draw, 1);
  return paperSections(report, t, paper)
    .filter(({ id }) => !isReportSection(id) || report.sections.includes(id))
    .map((section) => {
      const printed = printedSection(section, draw);
      return section.id === "glance"
        ? { ...printed, blocks: [...who, ...printed.blocks] }
        : printed;
    });
}
