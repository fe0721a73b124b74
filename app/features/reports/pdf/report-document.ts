import type { TFunction } from "i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { MARK } from "~/platform/print/mark.ts";
import type { Paper } from "~/platform/print/paper.ts";
import type { PrintCover, PrintDocument, PrintSection } from "~/platform/print/print-block.ts";
import { printedBlocks, printedSection } from "~/platform/print/printed.ts";
import { isolated, plainWords, printable } from "~/platform/print/words.ts";
import type { Chart } from "~/ui/charts/chart.ts";
import { drawnChart } from "~/ui/charts/drawn.tsx";
import { chartTexts } from "~/ui/charts/texts.ts";
import { isOwnReport, isReportSection } from "../domain/report-reader.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { aboutGroups, answered } from "../sections/who-answered.ts";
import { paperSections } from "./paper-sections.ts";

/** The report as a document, section by section, in the order of the page. */
export function reportDocument(report: ReportPageData, paper: Paper): PrintDocument {
  const t = readerTexts().getFixedT(null, "report-pdf");
  const about = {
    name: report.participantName,
    cycle: report.cycleName,
    date: writtenDate(report.closedOn),
  };
  const within = { ...about, name: isolated(about.name), cycle: isolated(about.cycle) };
  const own = isOwnReport(report.reader);
  return {
    paper: paper === "letter" ? "us-letter" : "a4",
    language: readerTexts().language,
    title: printable(t("report:titleOf", about)),
    author: printable(report.participantName),
    description: t("description"),
    cover: {
      product: t("shell:product"),
      mark: MARK,
      organisation: plainWords(report.organisationName),
      heading: plainWords(own ? t("report:title") : t("report:titleOf", within)),
      name: plainWords(report.participantName),
      facts: facts(report, t),
      note: plainWords(own ? t("cover.own") : t("report:leadShared", within)),
    },
    footer: {
      about: plainWords(t("footer.about", within)),
      page: t("footer.page", { skipInterpolation: true }),
    },
    sections: sectionsOf(report, t),
    signsMissing: false,
    signsMissingNote: plainWords(t("signsMissing")),
  };
}

/** Which round, when it closed, and who answered, as far as the page says so. */
function facts(report: ReportPageData, t: TFunction<"report-pdf">): PrintCover["facts"] {
  const groups = answered(report.content, readerTexts().getFixedT(null, "report"));
  return [
    { label: t("cover.round"), value: report.cycleName },
    { label: t("cover.closed"), value: writtenDate(report.closedOn) },
    ...(groups.length > 0 ? [{ label: t("cover.answered"), value: groups.join("\n") }] : []),
  ].map(({ label, value }) => ({ label: plainWords(label), value: plainWords(value) }));
}

function sectionsOf(report: ReportPageData, paper: TFunction<"report-pdf">): PrintSection[] {
  const words = chartTexts(readerTexts().getFixedT(null, "ui"), readerTexts().language);
  const draw = (chart: Chart) => drawnChart(chart, words);
  const t = readerTexts().getFixedT(null, "report");
  // Who answered stands on the cover; what has to be said of groups has no heading and comes before the first.
  const who = printedBlocks(aboutGroups(report.content, t), draw, 1);
  return paperSections(report, t, paper)
    .filter(({ id }) => !isReportSection(id) || report.sections.includes(id))
    .map((section) => {
      const printed = printedSection(section, draw);
      return section.id === "glance"
        ? { ...printed, blocks: [...who, ...printed.blocks] }
        : printed;
    });
}
