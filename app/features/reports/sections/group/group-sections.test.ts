import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import type { GroupFigure, GroupRow } from "../../domain/group/group-report.ts";
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
  spread:
    hat === null
      ? null
      : { of: 19, counts: { "too-little": null, "about-right": 7, "too-much": null, unclear: 5 } },
});

const page = (changed: Partial<GroupReportData> = {}): GroupReportData => ({
  cycleId: "c",
  runsRounds: true,
  cycleName: "Spring",
  organisationName: "Harbourline",
  instrumentId: "i",
  closedOn: "2026-03-20",
  invited: 120,
  answered: 90,
  content: {
    format: 2,
    participants: { shown: 12, all: 14 },
    hats: [row("m", "m", mean(-0.6)), row("l", "l", mean(0.1))],
    competencies: [row("goals", "m", { shown: false }), row("range", null, mean(3))],
    both: [{ finding: "too-little", counts: [null, 5, null, null] }],
  },
  names: { m: "Managing", l: "Leading", goals: "Goals <b>", range: "Range" },
  findings: {
    hats: [{ id: "m", finding: "too-little", mean: -0.6, low: -0.9, high: -0.3, n: 12 }],
    strong: [],
    short: [],
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
    "spread",
    "both",
    "departments",
    "competencies",
    "quality",
  ]);
});

test("counts and means that are hidden are said to be so, never as nought", () => {
  const [, people, both, departments, competencies] = groupSections(page(), t);
  const [chart] = people?.blocks ?? [];
  expect(chart?.kind === "chart" && chart.chart.kind === "spread" && chart.chart.rows[0]).toEqual({
    key: "m",
    label: "Managing",
    tone: "managing",
    strong: true,
    counts: { little: null, right: 7, much: null, unclear: 5 },
    of: 19,
  });
  const quiet = { quiet: "not shown" };
  expect(both?.blocks[1], "one group needs no table").toBeUndefined();
  expect(JSON.stringify(both?.blocks[0])).toContain(
    "5 participants: Managing too little; Leading about right.",
  );
  expect(JSON.stringify(both?.blocks[0])).toContain(
    "14 of 19 are in groups that are too small to show",
  );
  expect(cellsOf(departments?.blocks[0])).toEqual([
    ["No department (12 participants)", { figure: "−0.6", off: "little" }, quiet],
  ]);
  expect(JSON.stringify(departments)).toContain("Not shown, as too few take part");
  expect(JSON.stringify(competencies)).toContain("not shown: too few participants");
});

test("several groups on both hats stand in a table, with words where a count is hidden", () => {
  const both = [
    { finding: "too-little" as const, counts: [7, 5, null, null] },
    { finding: "about-right" as const, counts: [null, 6, null, null] },
  ];
  const shown = page();
  const [, , section] = groupSections({ ...shown, content: { ...shown.content, both } }, t);
  const quiet = { quiet: "not shown" };
  expect(cellsOf(section?.blocks[1])).toEqual([
    ["too little", "7", "5", quiet, quiet],
    ["about right", quiet, "6", quiet, quiet],
  ]);
});

test("the title says where people fall short: in one hat, in both, or nowhere in particular", () => {
  const titled = (...short: [competencies: number, of: number][]) => {
    const hats = ["m", "l"];
    const found = short.map(([competencies, of], at) => ({
      hat: hats[at] ?? "",
      competencies,
      of,
    }));
    const shown = page();
    const [, people] = groupSections(
      { ...shown, findings: { ...shown.findings, short: found } },
      t,
    );
    const [chart] = people?.blocks ?? [];
    return chart?.kind === "chart" ? chart.chart.title : null;
  };
  expect(titled([1, 6], [4, 6])).toBe(
    "Leading is where people fall short: in 4 of 6 competencies more have too little than have it right",
  );
  expect(titled([5, 6], [4, 5])).toBe(
    "In 9 of 11 competencies more have too little than have it right",
  );
  expect(titled([1, 6], [2, 6])).toBe("How many participants are clearly on which side");
  expect(titled([0, 0], [0, 0])).toBe("How many participants are clearly on which side");
});

test("a name that looks like a tag stays a name", () => {
  const [summary] = groupSections(page(), t);
  expect(JSON.stringify(summary)).toContain("Thin: Goals <b>.");
  expect(JSON.stringify(summary)).toContain('{"text":"too little managing","strong":true}');
});

test("a round that was too small says so in every part, and has no table of both hats", () => {
  const small = page({
    content: {
      format: 2,
      participants: { shown: 0, all: 3 },
      hats: [],
      competencies: [],
      both: [],
    },
    findings: { hats: [], tooLittle: [], tooMuch: [], strong: [], short: [] },
    reliability: [],
    invited: 0,
    answered: 0,
  });
  const sections = groupSections(small, t);
  expect(sections.map(({ id }) => id)).toEqual([
    "summary",
    "departments",
    "competencies",
    "quality",
  ]);
  expect(JSON.stringify(sections)).toContain("Too few participants have figures");
  expect(JSON.stringify(sections)).toContain("(–)");
  expect(JSON.stringify(sections)).toContain("too small, or its raters too little linked");
});
