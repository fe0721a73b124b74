import type { TFunction } from "i18next";
import type { PaperBlock, PaperSection } from "~/platform/print/printed.ts";
import type { Chart } from "~/ui/charts/chart.ts";
import { isOwnReport } from "../domain/report-reader.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import { atAGlance, restOfGlance } from "../sections/at-a-glance.ts";
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
import { inParts } from "./chart-parts.ts";

/** Rows of one drawing: more would leave the page before it half empty. */
const GROUPED_ROWS = 2;
const CHANGED_ROWS = 5;

type Paper = PaperSection<Chart>;
type Fold = Extract<ReportBlock, { kind: "fold" }>;
type PaperT = TFunction<"report-pdf">;

/** Every section of a report for paper, in the order of the page; which of them are shown is decided elsewhere. */
export function paperSections(report: ReportPageData, t: T, paper: PaperT): Paper[] {
  const sections: (Paper | null)[] = [
    glanceOnPaper(report, t),
    coachQuestions(report, t),
    balance(report, t),
    competenciesOnPaper(report, t, paper),
    youAndOthers(report, t),
    behaviours(report, t),
    comments(report, t),
    changeOnPaper(report, t),
    focusOnPaper(report, t),
    roomToWrite(report, paper),
    howToRead(report.content, t),
  ];
  return sections.filter((section) => section !== null);
}

function glanceOnPaper(report: ReportPageData, t: T): Paper {
  const { blocks, ...head } = atAGlance(report, t);
  return { ...head, blocks: [...blocks, ...restOfGlance(report, t)] };
}

/**
 * First the charts to read, together; then what the page opens on demand, tables before the charts by group of raters.
 */
function competenciesOnPaper(report: ReportPageData, t: T, paper: PaperT): Paper {
  const hats = hatFigures(report, t);
  // On the page each stands under its hat's chart; apart from it, it has to say which hat it is of.
  const ofHat = (hat: string, fold: Fold): Fold => ({
    ...fold,
    title: paper("ofHat", { hat, what: fold.title }),
  });
  return {
    ...competenciesHead(t),
    blocks: [
      ...hats.map(({ first }) => first),
      ...aboveHats(report, t),
      ...hats.flatMap(({ name, tables }) => tables.map((fold) => ofHat(name, fold))),
      ...hats.flatMap(({ name, byGroup }) =>
        byGroup ? [ofHat(name, { ...byGroup, blocks: inParts(byGroup.blocks, GROUPED_ROWS) })] : [],
      ),
    ],
  };
}

/** What was chosen, what may be worth choosing, and guidance for it. Room to write follows. */
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

function changeOnPaper(report: ReportPageData, t: T): Paper {
  const { blocks, ...head } = sinceLastTime(report, t);
  return { ...head, blocks: inParts(blocks, CHANGED_ROWS) };
}

const MOST_BEHAVIOURS = 3;

/** Room to write, for the participant: what to work on, what to do, by when, and who will be told. */
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
    blocks: [...forms.flat(), write(paper("focus.who"), 1)],
  };
}
