import { expect, test } from "vitest";
import { personRecord } from "~/features/people/testing/person-record.ts";
import { importRequest } from "../testing/import-requests.ts";
import { planImport } from "./plan-import.ts";

const ANA = personRecord({
  id: "ana",
  name: "Ana Lima",
  employeeId: "1",
  email: "ana@x.org",
  department: "Deck",
});
const BO = personRecord({ id: "bo", name: "Bo Chen", employeeId: "2", managerId: "ana" });

function problemsOf(lines: string[], existing = [ANA, BO]) {
  return planImport(importRequest(lines, existing)).rejected.flatMap(({ row, problems }) =>
    problems.map(({ code }) => `${row} ${code}`),
  );
}

test("sorts people into new, changed field by field, unchanged and absent", () => {
  const cy = personRecord({ id: "cy", name: "Cy Okafor", employeeId: "3" });
  const plan = planImport(
    importRequest(
      [
        "Employee Id | Name      | Email      | Department",
        "1           | Ana Lima  | ana@x.org  | Engine",
        "2           | Bo Chen   |            |",
        "4           | Dia Novak | dia@x.org  | Deck",
      ],
      [ANA, BO, cy],
    ),
  );
  expect(plan.new.map(({ row, facts }) => [row, facts.name])).toEqual([[4, "Dia Novak"]]);
  expect(plan.changed.map(({ key, changes }) => [key, changes])).toEqual([
    ["ana", [{ field: "department", from: "Deck", to: "Engine" }]],
  ]);
  expect(plan.unchanged).toEqual([{ row: 3, personId: "bo", name: "Bo Chen" }]);
  expect(plan.absent.map(({ personId }) => personId)).toEqual(["cy"]);
  expect(plan.rejected).toEqual([]);
});

test("matches on employee id before e-mail, and on e-mail in any case", () => {
  const plan = planImport(
    importRequest(
      ["Employee Id | Name | E-mail", "1 | Ana Lima | new@x.org", "9 | Bo Chen | B@x.org"],
      [ANA, { ...BO, employeeId: null, email: "b@x.org" }],
    ),
  );
  expect(plan.changed.map(({ key, changes }) => [key, changes])).toEqual([
    ["ana", [{ field: "email", from: "ana@x.org", to: "new@x.org" }]],
    [
      "bo",
      [
        { field: "employeeId", from: null, to: "9" },
        { field: "email", from: "b@x.org", to: "B@x.org" },
      ],
    ],
  ]);
});

test("a new employee id for a known address shows as a change of that person", () => {
  const plan = planImport(
    importRequest(["Employee Id | Name | Email", "77 | Ana Lima | ana@x.org"], [ANA]),
  );
  expect(plan.changed.map(({ changes }) => changes)).toEqual([
    [{ field: "employeeId", from: "1", to: "77" }],
  ]);
});

test("columns that are not imported leave everything as it is", () => {
  const plan = planImport(
    importRequest(["Employee Id | Name", "1 | Ana Lima", "2 | Bo Chen"], [ANA, BO]),
  );
  expect(plan.unchanged).toHaveLength(2);
});

test("empty cells erase or keep, as chosen, but never an identifier", () => {
  const lines = ["Name | Employee Id | Email | Department", "Ana Lima | | ana@x.org | "];
  const clearing = planImport(importRequest(lines, [ANA]));
  expect(clearing.changed[0]?.changes).toEqual([{ field: "department", from: "Deck", to: null }]);
  const keeping = planImport(importRequest(lines, [ANA], { emptyCells: "keep" }));
  expect(keeping.unchanged).toHaveLength(1);
});

test("an empty manager cell takes the manager away, or not when empty cells are kept", () => {
  const lines = ["Employee Id | Name | Manager", "1 | Ana Lima |", "2 | Bo Chen |"];
  expect(planImport(importRequest(lines, [ANA, BO])).changed[0]?.changes).toEqual([
    { field: "manager", from: "Ana Lima", to: null },
  ]);
  const keeping = importRequest(lines, [ANA, BO], { emptyCells: "keep" });
  expect(planImport(keeping).changed).toEqual([]);
});

test("builds a name from its parts, or from the preferred name when there is no other", () => {
  const parts = ["First Name | Last Name | Employee Id", "Dia | Novak | 4", "| Sting | 5"];
  expect(planImport(importRequest(parts)).new.map(({ facts }) => facts.name)).toEqual([
    "Dia Novak",
    "Sting",
  ]);
  const preferred = ["Preferred Name | Employee Id", "Annie | 1", "Di | 4"];
  const plan = planImport(importRequest(preferred, [ANA]));
  expect(plan.new[0]?.facts.name).toBe("Di");
  expect(plan.changed[0]?.changes).toEqual([{ field: "preferredName", from: null, to: "Annie" }]);
});

test("people whose end date has passed come in as inactive, others become active again", () => {
  const gone = { ...BO, status: "inactive" as const };
  const plan = planImport(
    importRequest(
      [
        "Employee Id | Name      | End Date",
        "1           | Ana Lima  | 31/05/2025",
        "2           | Bo Chen   | 01/06/2025",
        "4           | Dia Novak | 01/01/2020",
      ],
      [ANA, gone],
    ),
  );
  expect(plan.changed.map(({ changes }) => changes)).toEqual([
    [
      { field: "endDate", from: null, to: "2025-05-31" },
      { field: "status", from: "active", to: "inactive" },
    ],
    [
      { field: "endDate", from: null, to: "2025-06-01" },
      { field: "status", from: "inactive", to: "active" },
    ],
  ]);
  expect(plan.new[0]?.status).toBe("inactive");
});

test("inactive people are not counted as absent, people of rejected rows neither", () => {
  const gone = personRecord({ id: "cy", status: "inactive" });
  const lines = ["Employee Id | Name | Start date", "1 | Ana Lima | 31/02/2024"];
  const plan = planImport(importRequest(lines, [ANA, BO, gone]));
  expect(plan.absent.map(({ personId }) => personId)).toEqual(["bo"]);
});

test("names row, field and value of what it cannot read", () => {
  const plan = planImport(
    importRequest(["Employee Id | Name | Email | Start date", "4 | Dia | not mail | 31/02/2024"]),
  );
  expect(plan.rejected).toEqual([
    {
      row: 2,
      name: "Dia",
      cells: ["4", "Dia", "not mail", "31/02/2024"],
      problems: [
        { code: "email-invalid", field: "email", value: "not mail" },
        { code: "date-invalid", field: "startDate", value: "31/02/2024" },
      ],
    },
  ]);
});

test("rejects rows without name or identifier, too long, slipped sideways, or ending before they start", () => {
  const long = "x".repeat(301);
  const lines = [
    "Employee Id | Name | Start date | End date",
    "4 | | |",
    "| Dia | |",
    `5 | ${long} | |`,
    "6 | Eve | 2024-01-01 | 2024-02-01 | extra",
    "7 | Fay | 2024-02-01 | 2024-01-01",
  ];
  expect(problemsOf(lines)).toEqual([
    "2 name-missing",
    "3 identifier-missing",
    "4 too-long",
    "5 too-many-cells",
    "6 end-before-start",
  ]);
});

test("of identical rows the first counts; differing rows about one person are all rejected", () => {
  const lines = [
    "Employee Id | Name | Email",
    "4 | Dia | dia@x.org",
    "4 | Dia | dia@x.org",
    "5 | Eve | eve@x.org",
    "5 | Eva | eva@x.org",
    "6 | Fay | post@x.org",
    "7 | Gil | Post@x.org",
  ];
  expect(problemsOf(lines)).toEqual([
    "3 repeated-row",
    "4 duplicate-employee-id",
    "5 duplicate-employee-id",
    "6 duplicate-email",
    "7 duplicate-email",
  ]);
  expect(planImport(importRequest(lines)).rejected[1]?.problems).toEqual([
    { code: "duplicate-employee-id", field: "employeeId", value: "5", otherRow: 5 },
  ]);
});

test("notices two rows that reach one person in different ways", () => {
  const lines = ["Employee Id | Name | Email", "1 | Ana Lima | a2@x.org", "| Ana L | ana@x.org"];
  expect(problemsOf(lines)).toEqual(["2 duplicate-person", "3 duplicate-person"]);
});

test("an address in use by somebody else is refused, with the name of its owner", () => {
  const lines = ["Employee Id | Name | Email", "2 | Bo Chen | ANA@x.org"];
  expect(planImport(importRequest(lines, [ANA, BO])).rejected[0]?.problems).toEqual([
    { code: "email-in-use", field: "email", value: "ANA@x.org (Ana Lima)" },
  ]);
});

test("whoever has an address keeps it when another row wants it too", () => {
  const lines = ["Employee Id | Name | Email", "1 | Ana Lima | ana@x.org", "9 | Zed | ana@x.org"];
  expect(problemsOf(lines)).toEqual(["3 email-in-use"]);
});

test("an address in use by someone whose row does not mention addresses is refused", () => {
  const lines = ["Employee Id | Name | Email", "1 | Ana Lima |", "9 | Zed | ana@x.org"];
  expect(problemsOf(lines)).toEqual(["3 email-in-use"]);
});

test("two people may swap addresses, but only together", () => {
  const bo = { ...BO, email: "bo@x.org" };
  const swap = ["Employee Id | Name | Email", "1 | Ana Lima | bo@x.org", "2 | Bo Chen | ana@x.org"];
  expect(planImport(importRequest(swap, [ANA, bo])).changed).toHaveLength(2);
  const broken = [
    "Employee Id | Name | Email | Start date",
    "1 | Ana Lima | bo@x.org |",
    "2 | Bo Chen | ana@x.org | 31/02/2024",
  ];
  expect(problemsOf(broken, [ANA, bo])).toEqual(["2 email-in-use", "3 date-invalid"]);
});
