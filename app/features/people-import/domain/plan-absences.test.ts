import fc from "fast-check";
import { expect, test } from "vitest";
import type { Absence } from "~/features/people/domain/index.ts";
import { personRecord } from "~/features/people/testing/person-record.ts";
import { importRequest } from "../testing/import-requests.ts";
import { overlap } from "./away.ts";
import { countAbsences } from "./count-absences.ts";
import { planImport } from "./plan-import.ts";

const HEADER = "Employee Id | Name | Department | Away from | Away until";
const ada = personRecord({ id: "ada", employeeId: "1", name: "Ada Quay", department: "Deck" });
const noted = (id: string, firstDay: string, lastDay: string): Absence => ({
  id,
  firstDay,
  lastDay,
});

type Options = { known?: Absence[]; emptyCells?: "keep" | "clear" };

/** What the file does, on 1 June 2025. */
function plan(lines: string[], { known = [], emptyCells = "keep" }: Options = {}) {
  const request = importRequest([HEADER, ...lines], [ada], { emptyCells });
  const result = planImport({ ...request, away: new Map([["ada", known]]) });
  return {
    ...result,
    told: result.absences.map(({ rows, firstDay, lastDay, outcome, replaced }) =>
      [rows.join("+"), `${firstDay}/${lastDay}`, outcome, ...replaced.map(({ id }) => id)].join(
        " ",
      ),
    ),
    problems: result.rejected.map(({ row, problems }) => `${row} ${problems.map((p) => p.code)}`),
    said: result.notes.map(({ row, code }) => `${row} ${code}`),
  };
}

test("one absence a row: rows that differ in nothing else are of one person, and each is counted", () => {
  const result = plan([
    "1 | Ada Quay | Deck | 2025-07-01 | 2025-07-10",
    "2 | Ben Pier | Deck | 2025-07-01 | 2025-07-01",
    "1 | Ada Quay | Deck | 2025-12-20 | 2026-01-06",
    "1 |  |  | 2025-09-01 | 2025-09-05",
  ]);
  expect(result.told).toEqual([
    "2 2025-07-01/2025-07-10 noted",
    "5 2025-09-01/2025-09-05 noted",
    "4 2025-12-20/2026-01-06 noted",
    "3 2025-07-01/2025-07-01 noted",
  ]);
  expect(result.unchanged.map(({ personId }) => personId)).toEqual(["ada"]);
  expect(result.new.map(({ row }) => row)).toEqual([3]);
  expect(result.said).toEqual(["4 further-absence", "5 further-absence"]);
  expect(result.problems).toEqual([]);
});

test("rows that differ in more are two answers about one person, as before", () => {
  const result = plan([
    "1 | Ada Quay | Deck | 2025-07-01 | 2025-07-10",
    "1 | Ada Quay | Engine | 2025-08-01 | 2025-08-10",
  ]);
  expect(result.problems).toEqual(["2 duplicate-employee-id", "3 duplicate-employee-id"]);
  expect(result.told).toEqual([]);
});

test("the absences of a post that does not count are named with it", () => {
  const request = importRequest([
    "Employee Id | Name | FTE | Away from | Away until",
    "1 | Ada Quay | 0.8 | 2025-07-01 | 2025-07-10",
    "1 | Ada Quay | 0.2 | 2025-07-01 | 2025-07-10",
    "1 | Ada Quay | 0.2 | 2025-08-01 | 2025-08-10",
    "1 | Ada Quay | 0.8 | 2025-08-01 | 2025-08-10",
  ]);
  const { absences, rejected } = planImport(request);
  expect(absences.map(({ rows }) => rows)).toEqual([[2], [5]]);
  expect(rejected.map(({ row, problems }) => [row, problems[0]?.code])).toEqual([
    [3, "other-post"],
    [4, "other-post"],
  ]);
});

test("a row without an absence brings nothing beside one that has one, and is named", () => {
  const result = plan([
    "1 | Ada Quay | Deck | | ",
    "1 | Ada Quay | Deck | 2025-07-01 | 2025-07-10",
    "1 | Ada Quay | Deck | | ",
  ]);
  expect(result.told).toEqual(["3 2025-07-01/2025-07-10 noted"]);
  expect(result.problems).toEqual(["4 repeated-row"]);
});

test("the file counts for the time it tells: what overlaps goes, what is of another time stays", () => {
  const known = [
    noted("long", "2025-06-20", "2025-07-15"),
    noted("same", "2025-08-01", "2025-08-10"),
    noted("other", "2025-10-01", "2025-10-10"),
  ];
  const result = plan(
    [
      "1 | Ada Quay | Deck | 2025-07-01 | 2025-07-31",
      "1 | Ada Quay | Deck | 2025-08-01 | 2025-08-10",
    ],
    { known },
  );
  expect(result.told).toEqual([
    "2 2025-07-01/2025-07-31 noted long",
    "3 2025-08-01/2025-08-10 known",
  ]);
  expect(countAbsences(result)).toEqual({
    ...{ absencesNoted: 1, absencesReplaced: 1, absencesErased: 0 },
  });
});

test("absences in the file that overlap, or are the same for another reason, are one", () => {
  const result = plan([
    "1 | Ada Quay | Deck | 2025-07-01 | 2025-07-10",
    "1 | Ada Quay | Deck | 2025-07-08 | 2025-07-14",
    "1 | Ada Quay | Deck | 2025-07-01 | 2025-07-10",
    "1 | Ada Quay | Deck | 2025-07-15 | 2025-07-20",
  ]);
  expect(result.told).toEqual([
    "2+4+3 2025-07-01/2025-07-14 noted",
    "5 2025-07-15/2025-07-20 noted",
  ]);
  expect(result.said.filter((note) => note.endsWith("joined"))).toEqual([
    "3 absences-joined",
    "4 absences-joined",
  ]);
});

test("what is over, and of whoever has left, is named and not noted", () => {
  const request = importRequest([
    `${HEADER} | End date`,
    "1 | Ada Quay | Deck | 2025-05-01 | 2025-05-31 | ",
    "1 | Ada Quay | Deck | 2025-05-20 | 2025-06-01 | ",
    "2 | Ben Pier | Deck | 2025-07-01 | 2025-07-10 | 2025-05-31",
    "3 | Cem Dock | Deck | 2025-05-30 | 2025-05-31 | ",
  ]);
  expect(
    planImport(request).absences.map(({ rows, outcome, lastDay }) => [rows, outcome, lastDay]),
  ).toEqual([
    [[2, 3], "noted", "2025-06-01"],
    [[4], "left", "2025-07-10"],
    [[5], "over", "2025-05-31"],
  ]);
});

test("an empty cell erases nothing unless that is chosen, and is counted", () => {
  const known = [noted("a", "2025-07-01", "2025-07-10"), noted("b", "2025-08-01", "2025-08-10")];
  const line = "1 | Ada Quay | Deck | | ";
  const kept = plan([line], { known });
  expect([kept.told, kept.erasable]).toEqual([[], 1]);
  expect(plan([line], { known, emptyCells: "clear" }).told).toEqual([
    "2 2025-07-01/2025-07-10 erased a",
    "2 2025-08-01/2025-08-10 erased b",
  ]);
  // A cell that stands for nothing is empty; an error, or a column that is not there, says nothing.
  const options = { known, emptyCells: "clear" as const };
  expect(plan(["1 | Ada Quay | Deck | - | N/A"], options).told).toHaveLength(2);
  expect(plan(["1 | Ada Quay | Deck | #REF! | #REF!"], options).told).toEqual([]);
  // Where the file tells one, those of other times stay.
  expect(plan(["1 | Ada Quay | Deck | 2025-07-02 | 2025-07-03"], options).told).toEqual([
    "2 2025-07-02/2025-07-03 noted a",
  ]);
});

test.each([
  ["2025-07-01 | ", "absence-incomplete"],
  [" | 2025-07-01", "absence-incomplete"],
  ["2025-07-02 | 2025-07-01", "absence-backwards"],
  ["2025-07-01 | 2028-07-01", "absence-too-long"],
  ["2025-07-01 | 9999-12-31", "absence-too-long"],
  ["31/02/2025 | 2025-07-01", "date-invalid"],
  ["soon | later", "date-invalid,date-invalid"],
])("%s is refused: %s", (cells, code) => {
  expect(plan([`1 | Ada Quay | Deck | ${cells}`]).problems).toEqual([`2 ${code}`]);
  // A further row falls by itself, and with the one that says the rest.
  const further = plan(["1 | Ada Quay | Deck | 2025-09-01 | 2025-09-02", `1 | | | ${cells}`]);
  expect(further.problems).toEqual([`3 ${code}`]);
  expect(further.told).toHaveLength(1);
});

test("a further row falls with the row that says the rest about its person", () => {
  const result = plan([
    "3 | Cem Dock | Deck | 31/02/2025 | 2025-07-01",
    "3 | Cem Dock | Deck | 2025-08-01 | 2025-08-10",
  ]);
  expect(result.problems).toEqual(["2 date-invalid", "3 first-row-rejected"]);
  expect(result.told).toEqual([]);
});

test("more absences than can be kept are refused together", () => {
  const lines = Array.from({ length: 101 }, (_, at) => {
    const day = new Date(Date.UTC(2025, 6, 1 + 2 * at)).toISOString().slice(0, 10);
    return `1 | Ada Quay | Deck | ${day} | ${day}`;
  });
  expect(plan(lines.slice(1)).told).toHaveLength(100);
  const result = plan(lines);
  expect(result.told).toEqual([]);
  expect(result.problems).toHaveLength(101);
  expect(result.problems[0]).toBe("2 absences-too-many");
});

test("working days are read, changed, erased only when that is chosen, and refused by row and column", () => {
  const header = "Employee Id | Name | Working days";
  const part = personRecord({ id: "p", employeeId: "1", name: "Ada Quay", workingDays: "12" });
  const planned = (cell: string, emptyCells: "keep" | "clear" = "keep") =>
    planImport(importRequest([header, `1 | Ada Quay | ${cell}`], [part], { emptyCells }));
  expect(planned("Mon, Tue")).toMatchObject({ unchanged: [{ row: 2 }], notes: [] });
  expect(planned("Mo-Do")).toMatchObject({
    changed: [{ workingDays: "1234", changes: [{ field: "workingDays", from: "12", to: "1234" }] }],
    notes: [{ row: 2, code: "days-understood", value: "Mo-Do", meant: "1234" }],
  });
  expect(planned("")).toMatchObject({ unchanged: [{}], erasable: 1 });
  expect(planned("", "clear")).toMatchObject({ changed: [{ changes: [{ to: null }] }] });
  expect(planned("5").rejected).toMatchObject([
    { row: 2, problems: [{ code: "days-unreadable", field: "workingDays", value: "5" }] },
  ]);
  expect(planned("#N/A", "clear")).toMatchObject({ unchanged: [{}], rejected: [] });
});

const day = fc
  .integer({ min: 0, max: 40 })
  .map((offset) => new Date(Date.UTC(2025, 4, 20 + offset)).toISOString().slice(0, 10));
const span = fc
  .tuple(day, day)
  .map(([one, other]) =>
    one < other ? { firstDay: one, lastDay: other } : { firstDay: other, lastDay: one },
  );

test("whatever a file tells: every row is counted once, nobody is away twice at a time, and again changes nothing", () => {
  const lines = fc.array(fc.tuple(fc.constantFrom("1", "2"), fc.option(span), fc.boolean()), {
    maxLength: 8,
  });
  const before = fc.array(span, { maxLength: 3 }).map((spans) =>
    spans
      .filter((each, at) => spans.slice(0, at).every((other) => !overlap(each, other)))
      .filter(({ lastDay }) => lastDay >= "2025-06-01")
      .map((each, at) => ({ ...each, id: `known ${at}` })),
  );
  fc.assert(
    fc.property(lines, before, fc.constantFrom("keep", "clear"), (told, known, emptyCells) => {
      const rows = told.map(([id, away, sparse]) =>
        [id, sparse ? "" : "Ada", "", away?.firstDay ?? "", away?.lastDay ?? ""].join(" | "),
      );
      const request = importRequest(
        [HEADER, ...rows],
        [ada, { ...ada, id: "ben", employeeId: "2" }],
        {
          emptyCells,
        },
      );
      const first = planImport({ ...request, away: new Map([["ada", known]]) });
      const people = [first.new, first.changed, first.unchanged, first.rejected].flat();
      const further = first.notes.filter(({ code }) => code === "further-absence");
      expect([...people, ...further].map(({ row }) => row).toSorted((a, b) => a - b)).toEqual(
        request.rows.map(({ row }) => row),
      );
      const rejected = new Set(first.rejected.map(({ row }) => row));
      const wanted = told.flatMap(([, away], at) =>
        away && !rejected.has(at + 2) ? [at + 2] : [],
      );
      const spans = first.absences.filter(({ outcome }) => outcome !== "erased");
      expect(spans.flatMap((each) => each.rows).toSorted((a, b) => a - b)).toEqual(wanted);

      const after = new Map([
        ["ada", known],
        ["ben", []],
      ] as [string, Absence[]][]);
      for (const { key, outcome, replaced, ...each } of first.absences) {
        const gone = new Set(replaced.map(({ id }) => id));
        const left = (after.get(key) ?? []).filter(({ id }) => !gone.has(id));
        after.set(
          key,
          outcome === "noted" ? [...left, { ...each, id: `new ${each.firstDay}` }] : left,
        );
      }
      for (const own of after.values())
        for (const [at, one] of own.entries())
          expect(own.slice(at + 1).some((other) => overlap(one, other))).toBe(false);
      const again = planImport({ ...request, away: after });
      expect(countAbsences(again)).toEqual({
        ...{ absencesNoted: 0, absencesReplaced: 0, absencesErased: 0 },
      });
    }),
    { numRuns: 1_000 },
  );
});
