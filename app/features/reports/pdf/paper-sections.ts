import type { TFunction } from "i18next";
import type { PaperBlock, PaperSection } from "~/platform/print/printed.ts";
import type { Chart } from "~/ui/charts/chart.ts";
import { isOwnReport } from "../domain/report-reader.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { atAGlance } from "../sections/at-a-glance.ts";
import { balance } from "../sections/balance.ts";
import { behaviours } from "../sections/behaviours.ts";
import { coachQuestions } from "../sections/coach-questions.ts";
import { comments } from "../sections/comments.ts";
import { aboveHats, competenciesHead, hatFigures } from "../sections/competencies.ts";
import { chosenFocus, focusHead, suggestedFocus } from "../sections/focus.ts";
import { guidance } from "../sections/guidance.ts";
import { howToRead } from "../sections/how-to-read.ts";
import type { ReportBlock, T } from "../sections/report-block.ts";
import { sinceLastTime } from "../sections/since-last-time.ts";
import { youAndOthers } from "../sections/you-and-others.ts";

type Paper = PaperSection<Chart>;
type PaperT = TFunction<"report-pdf">;

/** Every section of a report for paper, in the order of the page; which of them are shown is decided elsewhere. */
export function paperSections(report: ReportPageData, t: T, paper: PaperT): Paper[] {
  const sections: (Paper | null)[] = [
    atAGlance(report, t),
    coachQuestions(report, t),
    balance(report, t),
    competenciesOnPaper(report, t, paper),
    youAndOthers(report, t),
    behaviours(report, t),
    comments(report, t),
    sinceLastTime(report, t),
    focusOnPaper(report, t),
    howToRead(report.content, t),
    roomToWrite(report, paper),
  ];
  return sections.filter((section) => section !== null);
}

/**
 * First the charts to read, together; then what the page opens on demand, tables before the charts by group of raters.
 */
function competenciesOnPaper(report: ReportPageData, t: T, paper: PaperT): Paper {
  const hats = hatFigures(report, t);
  type Fold = Extract<ReportBlock, { kind: "fold" }>;
  // On the page each stands under its hat's chart; apart from it, it has to say which hat it is of.
  const ofHat = (hat: string, fold: Fold): Fold => ({
    ...fold,
    title: paper("ofHat", { hat, what: fold.title }),
  });
  return {
    ...competenciesHead(t),
    startsPage: true,
    blocks: [
      ...hats.map(({ chart }): ReportBlock => ({ kind: "chart", chart })),
      ...aboveHats(report, t),
      ...hats.flatMap(({ name, tables }) => tables.map((fold) => ofHat(name, fold))),
      ...hats.flatMap(({ name, byGroup }) => (byGroup ? [ofHat(name, byGroup)] : [])),
    ],
  };
}

/** What was chosen, what may be worth choosing, and guidance for it. The page to write on comes last. */
function focusOnPaper(report: ReportPageData, t: T): Paper {
  return {
    ...focusHead(report, t),
    blocks: [
      ...chosenFocus(report, t),
      ...(isOwnReport(report.reader) ? suggestedFocus(report, t) : []),
      ...guidance(report, t),
    ],
  };
}

const MOST_BEHAVIOURS = 3;

/** A page to write on, for the participant: what to work on, what to do, by when, and who will be told. */
function roomToWrite({ reader }: ReportPageData, paper: PaperT): Paper | null {
  if (reader !== "participant") return null;
  const write = (label: string, lines: number): PaperBlock<Chart> => ({
    kind: "write",
    label,
    lines,
  });
  const forms = Array.from({ length: MOST_BEHAVIOURS }, (_, index) => [
    write(paper("focus.behaviour", { number: index + 1 }), 1),
    write(paper("focus.step"), 2),
  ]);
  return {
    id: "write",
    title: paper("focus.title"),
    lead: paper("focus.lead"),
    startsPage: true,
    blocks: [...forms.flat(), write(paper("focus.who"), 1)],
  };
}
