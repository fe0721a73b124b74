import type { TFunction } from "i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import { isOwnReport, isReportSection } from "../../domain/report-reader.ts";
import type { ReportPageData } from "../../report/report-page.server.ts";
import type { Paper } from "../paper.ts";
import { printAtAGlance } from "../sections/at-a-glance.tsx";
import { printBalance } from "../sections/balance.tsx";
import { printBehaviours } from "../sections/behaviours.tsx";
import { printCoachQuestions } from "../sections/coach-questions.tsx";
import { printComments } from "../sections/comments.tsx";
import { printCompetencies } from "../sections/competencies.tsx";
import { printFocus } from "../sections/focus.tsx";
import { printHowToRead } from "../sections/how-to-read.tsx";
import { printSinceLastTime } from "../sections/since-last-time.tsx";
import { printWriteFocus } from "../sections/write-focus.ts";
import { printYouAndOthers } from "../sections/you-and-others.tsx";
import { steppedHeadings } from "./outline.ts";
import type { PrintSection, Words } from "./print-block.ts";
import { isolated, plainWords, printable } from "./words.ts";

/** All that the template reads. */
export type ReportDocument = {
  paper: "a4" | "us-letter";
  language: string;
  title: string;
  heading: Words;
  author: string;
  description: string;
  lead: Words;
  footer: { about: Words; page: string };
  sections: PrintSection[];
  /** Set where a sign of the data has no shape in any font; then the note is printed. */
  signsMissing: boolean;
  signsMissingNote: Words;
};

/** The report as a document, section by section, in the order of the page. */
export function reportDocument(report: ReportPageData, paper: Paper): ReportDocument {
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
    sections: steppedHeadings(sectionsOf(report, t)),
    signsMissing: false,
    signsMissingNote: plainWords(t("signsMissing")),
  };
}

function sectionsOf(report: ReportPageData, t: TFunction<"report-pdf">): PrintSection[] {
  return [
    printAtAGlance(report),
    printCoachQuestions(report),
    printBalance(report),
    printCompetencies(report, t),
    printYouAndOthers(report),
    printBehaviours(report),
    printComments(report),
    printSinceLastTime(report),
    printFocus(report, t),
    printHowToRead(report),
    printWriteFocus(report, t),
  ].filter(
    ({ id, blocks }) => blocks.length > 0 && (!isReportSection(id) || report.sections.includes(id)),
  );
}
