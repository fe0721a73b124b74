import type { Line, Words } from "~/platform/blocks/block.ts";
import type { Change, Estimate, ReportContent, ReportRow } from "../domain/report-content.ts";
import { reportSections } from "../domain/report-reader.ts";
import type { ReportPageData } from "../report/report-page.server.ts";
import type { ReportBlock, ReportSection } from "../sections/report-block.ts";

/** All that a section says under its heading, one thing after the other. */
export function said(section: ReportSection | null): string[] {
  return [...(section?.lead ? [section.lead] : []), ...(section?.blocks ?? []).flatMap(saidBy)];
}

export function saidBy(block: ReportBlock): string[] {
  switch (block.kind) {
    case "heading":
      return [block.text, ...block.under.flatMap(saidBy)];
    case "sentence":
      return [lineText(block)];
    case "note":
      return [plain(block.words)];
    case "choice":
      return [`${plain(block.words)} ${block.label}`];
    case "passage":
      return block.lines.map(({ words }) => plain(words));
    case "minute":
      return [
        block.verdict,
        ...block.rests.map(lineText),
        ...block.ways.flatMap(({ title, items, none }) => [
          title,
          ...(items.length > 0 ? items.map(lineText) : [none]),
        ]),
        ...(block.instead ? [block.instead] : []),
        ...(block.start
          ? [block.start.title, `${plain(block.start.words)} ${block.start.label}`]
          : []),
      ];
    case "list":
      return block.items.map(lineText);
    case "chart":
      return [block.chart.title, ...(block.chart.note ? [block.chart.note] : [])];
    case "columns":
    case "parts":
    case "fold":
    case "card":
      return [
        ...("title" in block && block.title ? [block.title] : []),
        ...block.blocks.flatMap(saidBy),
      ];
    default:
      throw new Error(`no words are read from ${block.kind}`);
  }
}

function lineText({ words, sure, aside, under, mark }: Line): string {
  return [plain(words), aside, sure && `[${sure.words}]`, under, mark].filter(Boolean).join(" ");
}

function plain(words: Words): string {
  return typeof words === "string" ? words : words.map(({ text }) => text).join("");
}

export const shown = (mean: number, low: number | null, high: number | null, n = 9): Estimate => ({
  shown: true,
  ...{ mean, n, low, high },
  shares: null,
  agreement: null,
});
export const row = (id: string, hat: string | null, all: Estimate): ReportRow => ({
  id,
  hat,
  estimates: { all },
  gap: null,
  adjusted: null,
});
export const change = (
  id: string,
  before: number,
  now: number,
  verdict: Change["verdict"],
): Change => ({
  id,
  before: { mean: before, n: 8 },
  now: { mean: now, n: 9 },
  ...{
    low: now - before - 0.4,
    high: now - before + 0.4,
    noise: { low: -0.4, high: 0.4 },
    verdict,
  },
});

export const content: ReportContent = {
  format: 4,
  groups: [{ id: "self", relationships: ["self"], raters: 1, identified: true }],
  hidden: [],
  all: { raters: 9 },
  hats: [
    row("managing", "managing", shown(-0.4, -0.6, -0.2)),
    row("leading", "leading", shown(0.1, -0.1, 0.3)),
  ],
  competencies: [],
  items: [],
  adjustment: "small-round",
  balance: { self: null, others: null, versatility: { value: 87, raters: 9 } },
  comments: { questions: [] },
  sinceLastTime: null,
};
const findings: ReportPageData["findings"] = {
  ...{ balance: null, comparison: null, zone: null, behaviours: null },
  anyCompetency: true,
  ...{ agreement: [], places: [], right: [], gaps: [], selfAndOthers: [], suggestions: [] },
};

type Changed = Partial<Omit<ReportPageData, "content" | "findings">> & {
  content?: Partial<ReportContent>;
  findings?: Partial<ReportPageData["findings"]>;
};
export function report(changed: Changed = {}): ReportPageData {
  const guide = (name: string, hat: string | null) => ({
    ...{ name, hat, core: "", doMore: [], doLess: [], questions: [], practices: [] },
  });
  return {
    ...{ id: "r", cycleId: "c", cycleName: "Spring", participantName: "Ann Lee" },
    organisationName: "Quay",
    closedOn: "2026-03-20",
    reader: "participant",
    sections: reportSections,
    hats: [
      { key: "managing", name: "Managing" },
      { key: "leading", name: "Leading" },
    ],
    guides: {
      plan: guide("Planning", "managing"),
      vision: guide("Vision", "leading"),
      range: guide("Range", null),
    },
    itemLabels: { ask: "Asking first" },
    itemScales: {},
    questions: [],
    role: null,
    focus: [],
    ...changed,
    content: { ...content, ...changed.content },
    findings: { ...findings, ...changed.findings },
  };
}
