import { isDisclosed, standardPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import type { Estimate, ReportRow } from "../report-content.ts";
import { type GroupMember, groupReport } from "./group-report.ts";

const figure = (mean: number): Estimate => ({
  shown: true,
  mean,
  n: 8,
  low: mean - 0.3,
  high: mean + 0.3,
  shares: null,
  agreement: null,
});
const row = (id: string, hat: string | null, mean: number): ReportRow => ({
  id,
  hat,
  estimates: { all: figure(mean) },
  gap: null,
  adjusted: null,
});
let members = 0;
const member = (department: string | null, managing: number, leading: number): GroupMember => ({
  participantId: `p${members++}`,
  department,
  rows: {
    hats: [row("managing", "managing", managing), row("leading", "leading", leading)],
    competencies: [row("goals", "managing", managing), row("range", null, 3 + leading)],
  },
});
const several = (n: number, department: string, managing: number, leading: number) =>
  Array.from({ length: n }, (_, at) => member(department, managing + (at % 2) * 0.1, leading));

test("means over all and by department, with n and interval", () => {
  const { report } = groupReport(
    [...several(10, "Deck", 0.6, 0), ...several(8, "Office", -0.6, 0.1)],
    standardPolicy,
  );
  expect(isDisclosed(report)).toBe(true);
  const [managing] = report.hats;
  expect(managing?.departments.Deck).toMatchObject({ shown: true, n: 10, mean: 0.7 });
  expect(managing?.departments.Office).toMatchObject({ shown: true, n: 8, mean: -0.6 });
  const all = managing?.all;
  if (!all?.shown) throw new Error("all should be shown");
  expect(all.n).toBe(18);
  expect(all.low).toBeLessThan(all.mean);
  expect(report.participants).toEqual({ shown: 18, all: 18 });
  expect(managing?.spread).toMatchObject({ of: 18, counts: { "too-much": 10, "too-little": 8 } });
  expect(report.competencies.map((each) => each.id)).toEqual(["goals", "range"]);
  expect(report.competencies[0]?.spread?.counts).toMatchObject({ "too-much": 10 });
  expect(report.competencies[1]?.spread).toBeNull();
});

test("a department below the minimum is hidden, and so is the one it could be subtracted from", () => {
  const { report } = groupReport(
    [...several(10, "Deck", 0.6, 0), ...several(8, "Office", 0, 0), ...several(2, "Yard", 1, 1)],
    standardPolicy,
  );
  const { departments, all } = report.hats[0] ?? {};
  expect(all?.shown).toBe(true);
  expect(departments?.Yard?.shown).toBe(false);
  const shown = Object.values(departments ?? {}).filter((each) => each.shown);
  expect(shown).toHaveLength(1);
});

test("a count of two is not told, nor can it be worked out", () => {
  const { report } = groupReport(
    [...several(20, "Deck", 0, 0), ...several(2, "Deck", 1, 1)],
    standardPolicy,
  );
  expect(report.hats[0]?.spread?.counts["too-much"]).toBeNull();
  const told = report.both.flatMap((each) => each.counts).filter((count) => count !== null);
  expect(told.every((count) => count >= 5)).toBe(true);
});

test("a side on which everyone is, or nearly everyone, is not told: it would tell of each of them", () => {
  const counts = (members: GroupMember[]) => {
    const { report } = groupReport(members, standardPolicy);
    return [report.hats[0]?.spread, report.competencies[0]?.spread];
  };
  const hidden = { "too-little": null, "about-right": null, "too-much": null, unclear: null };
  for (const spread of counts(several(20, "Deck", 1, 0)))
    expect(spread).toEqual({ of: 20, counts: hidden });
  const nearly = [...several(20, "Deck", 1, 0), ...several(2, "Deck", -1, 0)];
  for (const spread of counts(nearly)) expect(spread).toEqual({ of: 22, counts: hidden });
});

test("what is left when the shown counts are taken from all is never a few", () => {
  const members = [
    ...several(14, "Deck", 1, 0),
    ...several(9, "Deck", -1, 0),
    ...several(3, "Deck", 0, 0),
  ];
  const spread = groupReport(members, standardPolicy).report.competencies[0]?.spread;
  const shown = Object.values(spread?.counts ?? {}).flatMap((count) => count ?? []);
  expect(spread?.of).toBe(26);
  expect(shown).toEqual([14]);
});

test("fewer than five participants give nothing at all", () => {
  const { report } = groupReport(several(4, "Deck", 0.6, 0), standardPolicy);
  expect(report.hats[0]?.all).toEqual({ shown: false });
  expect(report.participants).toEqual({ shown: 0, all: 4 });
  expect(groupReport([], standardPolicy).report).toMatchObject({ hats: [], competencies: [] });
});

test("counts on one hat, on the other and on both give no smaller one away together", () => {
  // 9 on the first hat's right, 7 of them also on the other's: the two who are left would follow.
  const { report } = groupReport(
    [
      ...several(7, "Deck", 1, 1),
      ...several(2, "Deck", 1, -1),
      ...several(9, "Deck", -1, -1),
      ...several(6, "Deck", -1, 1),
    ],
    standardPolicy,
  );
  const cell = (down: string, across: number) =>
    report.both.find(({ finding }) => finding === down)?.counts[across];
  expect(report.hats[0]?.spread?.counts).toMatchObject({ "too-much": 9, "too-little": 15 });
  expect(cell("too-much", 0)).toBeNull();
  expect(cell("too-much", 2)).toBeNull();
});

test("a further question is held against what stands in the report", () => {
  const { contributors, ledgers } = groupReport(
    [...several(10, "Deck", 0.6, 0), ...several(8, "Office", 0, 0)],
    standardPolicy,
  );
  expect(Object.keys(ledgers)).toEqual([
    "amounts:managing",
    "amounts:leading",
    "amounts:goals",
    "amounts:range",
    "sides",
    "sides:goals",
  ]);
  const values = contributors.map((_, at) => at);
  const ledger = ledgers["amounts:managing"];
  const everyone = [...contributors.keys()];
  expect(ledger?.ask(everyone, { values }).shown).toBe(true);
  expect(ledger?.ask(everyone.slice(2), { values })).toMatchObject({
    reason: "hidden-subtraction",
  });
});

test("hidden participants do not count", () => {
  const hidden: GroupMember = {
    participantId: "hidden",
    department: "Deck",
    rows: {
      hats: [
        { ...row("managing", "managing", 0), estimates: {} },
        { ...row("leading", "leading", 0), estimates: {} },
      ],
      competencies: [],
    },
  };
  const { report } = groupReport([...several(6, "Deck", 0, 0), hidden], standardPolicy);
  expect(report.participants).toEqual({ shown: 6, all: 7 });
});
