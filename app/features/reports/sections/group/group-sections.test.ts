import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import type { GroupFigure, GroupRow } from "../../domain/group-report.ts";
import type { GroupReportData } from "../../report/group-report-page.server.ts";
import type { ReportBlock } from "../report-block.ts";
import { groupSections } from "./group-sections.ts";

const t = texts.getFixedT(null, "group-report");
const mean = (value: number): GroupFigure => ({
  shown: true,
  mean: value,
  n: 12,
  low: value - 0.3,
  high: value + 0.3,
});
const row = (id: string, hat: string | null, all: GroupFigure): GroupRow => ({
  id,
  hat,
  all,
  departments: { "": all, Deck: { shown: false } },
  findings: { "too-little": null, "about-right": 7, "too-much": null, unclear: 5 },
});

const page = (changed: Partial<GroupReportData> = {}): GroupReportData => ({
  cycleId: "c",
  cycleName: "Spring",
  instrumentId: "i",
  closedOn: "2026-03-20",
  invited: 120,
  answered: 90,
  content: {
    format: 1,
    participants: { shown: 12, all: 14 },
    hats: [row("m", "m", mean(-0.6)), row("l", "l", mean(0.1))],
    competencies: [row("goals", "m", { shown: false }), row("range", null, mean(3))],
    both: [{ finding: "too-little", counts: [null, 5, null, null] }],
  },
  names: { m: "Managing", l: "Leading", goals: "Goals <b>", range: "Range" },
  findings: {
    hats: [{ id: "m", finding: "too-little", mean: -0.6, low: -0.9, high: -0.3, n: 12 }],
    nearest: [],
    tooLittle: [{ id: "goals", mean: -1, low: -1.2, high: -0.8, n: 12 }],
    tooMuch: [],
  },
  reliability: [{ figure: "m", participants: 12, raters: 80, value: 0.7 }],
  usualRaters: 8,
  ...changed,
});

const cellsOf = (block: ReportBlock | undefined) =>
  block?.kind === "table" ? block.rows.map(({ cells }) => cells) : [];

test("sections stand in the order in which they are read", () => {
  expect(groupSections(page(), t).map(({ id }) => id)).toEqual([
    "summary",
    "both",
    "competencies",
    "departments",
    "quality",
  ]);
});

test("counts and means that are hidden are said to be so, never as nought", () => {
  const [, both, competencies, departments] = groupSections(page(), t);
  expect(cellsOf(both?.blocks[0])[0]).toEqual(["Managing", "not shown", "7", "not shown", "5"]);
  const fold = both?.blocks[1];
  const cross = fold?.kind === "fold" ? cellsOf(fold.blocks[0]) : [];
  expect(cross[0]).toEqual(["too little", "not shown", "5", "not shown", "not shown"]);
  expect(cellsOf(departments?.blocks[0])).toEqual([
    [
      "No department",
      "−0.6, likely −0.9 to −0.3; 12 participants",
      "+0.1, likely −0.2 to +0.4; 12 participants",
    ],
    ["Deck", { quiet: "not shown" }, { quiet: "not shown" }],
  ]);
  expect(JSON.stringify(competencies)).toContain("not shown: too few participants");
});

test("a name that looks like a tag stays a name", () => {
  const [summary] = groupSections(page(), t);
  expect(JSON.stringify(summary)).toContain("Thin: Goals <b>.");
  expect(JSON.stringify(summary)).toContain('{"text":"too little managing","strong":true}');
});

test("a round that was too small says so in every part, and has no table of both hats", () => {
  const small = page({
    content: {
      format: 1,
      participants: { shown: 0, all: 3 },
      hats: [],
      competencies: [],
      both: [],
    },
    findings: { hats: [], nearest: [], tooLittle: [], tooMuch: [] },
    reliability: [],
    invited: 0,
    answered: 0,
  });
  const sections = groupSections(small, t);
  expect(sections.map(({ id }) => id)).toEqual([
    "summary",
    "competencies",
    "departments",
    "quality",
  ]);
  expect(JSON.stringify(sections)).toContain("Too few participants have figures");
  expect(JSON.stringify(sections)).toContain("(–)");
  expect(JSON.stringify(sections)).toContain("too small, or its raters too little linked");
});
