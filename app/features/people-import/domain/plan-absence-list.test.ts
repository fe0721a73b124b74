import { expect, test } from "vitest";
import { personRecord } from "~/features/people/testing/person-record.ts";
import { importRequest } from "../testing/import-requests.ts";
import { planImport } from "./plan-import.ts";

const HEADER = "Employee Id | Email | Name | Away from | Away until";
const people = [
  personRecord({ id: "ada", employeeId: "1", email: "ada@x.org", name: "Ada Quay" }),
  personRecord({ id: "ben", email: "ben@x.org", name: "Benjamin Pier", preferredName: "Ben" }),
  personRecord({ id: "cem", employeeId: "3", name: "Cem Dock", status: "inactive" }),
  personRecord({ id: "out", email: "out@x.org", name: "Out Side", external: true }),
];

/** What a list of absences does, on 1 June 2025. */
function plan(lines: string[], header = HEADER) {
  const request = importRequest([header, ...lines], people);
  const result = planImport({ ...request, lists: "absences" });
  return {
    ...result,
    told: result.absences.map(({ rows, key, outcome }) => `${rows.join("+")} ${key} ${outcome}`),
    problems: result.rejected.map(({ row, problems }) => `${row} ${problems.map((p) => p.code)}`),
    said: result.notes.map(({ row, code }) => `${row} ${code}`),
  };
}

test("people are found by employee id or address, and nothing but when they are away changes", () => {
  const result = plan([
    "1 | | | 2025-07-01 | 2025-07-10",
    " | BEN@x.org | Pier, Ben | 2025-07-01 | 2025-07-10",
    "1 | ada@x.org | Ada Quay | 2025-08-01 | 2025-08-10",
    "1 | | | 2025-08-05 | 2025-08-20",
    "3 | | | 2025-07-01 | 2025-07-10",
  ]);
  expect(result.told).toEqual(["2 ada noted", "4+5 ada noted", "3 ben noted", "6 cem left"]);
  expect([result.new, result.changed, result.unchanged, result.absent, result.erasable]).toEqual([
    ...[[], [], [], [], 0],
  ]);
  expect(result.problems).toEqual([]);
});

test("whoever is not in the directory, or is from outside, is refused by name of the column", () => {
  const result = plan([
    "77 | | | 2025-07-01 | 2025-07-10",
    " | nobody@x.org | | 2025-07-01 | 2025-07-10",
    " | out@x.org | | 2025-07-01 | 2025-07-10",
    " | | Ada Quay | 2025-07-01 | 2025-07-10",
    "1 | ben@x.org | | 2025-07-01 | 2025-07-10",
    "77 | ada@x.org | | 2025-07-01 | 2025-07-10",
    "1 | | | | ",
    "1 | | | 2025-07-01 | ",
    "1 | | | #N/A | #N/A",
    "1 | | | 2025-07-01 | 2025-07-10 | more",
  ]);
  expect(result.problems).toEqual([
    "2 person-unknown",
    "3 person-unknown",
    "4 person-unknown",
    "5 identifier-missing",
    "6 identifiers-disagree",
    "7 identifiers-disagree",
    "8 absence-missing",
    "9 absence-incomplete",
    "10 absence-missing",
    "11 too-many-cells",
  ]);
  expect(result.rejected[1]?.problems).toEqual([
    { code: "person-unknown", field: "email", value: "nobody@x.org" },
  ]);
  expect(result.told).toEqual([]);
});

test("whoever is called otherwise is noted, with both names", () => {
  const result = plan([
    "1 | | Ada Q. | 2025-07-01 | 2025-07-10",
    "1 | | Zoë Pier | 2025-08-01 | 2025-08-10",
    " | ben@x.org | BEN | 2025-07-01 | 2025-07-10",
  ]);
  expect(result.notes).toEqual([
    { row: 3, code: "name-differs", field: "name", value: "Zoë Pier", meant: "Ada Quay" },
  ]);
});

test("an empty cell erases nothing here, whatever was chosen", () => {
  const request = importRequest(["Employee Id | Away from | Away until", "1 | | "], people, {
    emptyCells: "clear",
  });
  const away = new Map([["ada", [{ id: "a", firstDay: "2025-07-01", lastDay: "2025-07-10" }]]]);
  const result = planImport({ ...request, lists: "absences", away });
  expect(result.absences).toEqual([]);
  expect(result.rejected).toMatchObject([{ problems: [{ code: "absence-missing" }] }]);
});
