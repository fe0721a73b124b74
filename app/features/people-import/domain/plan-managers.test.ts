import { expect, test } from "vitest";
import { personRecord } from "~/features/people/testing/person-record.ts";
import { importRequest } from "../testing/import-requests.ts";
import { planImport } from "./plan-import.ts";

const ANA = personRecord({ id: "ana", name: "Ana Lima", employeeId: "1", email: "ana@x.org" });
const BO = personRecord({ id: "bo", name: "Bo Chen", employeeId: "2", managerId: "ana" });
const CY = personRecord({ id: "cy", name: "Cy Okafor", employeeId: "3", managerId: "bo" });

function problemsOf(lines: string[], existing = [ANA, BO, CY]) {
  return planImport(importRequest(lines, existing)).rejected.flatMap(({ row, problems }) =>
    problems.map(({ code }) => `${row} ${code}`),
  );
}

function managersOf(lines: string[], existing = [ANA, BO, CY]) {
  const plan = planImport(importRequest(lines, existing));
  expect(plan.rejected).toEqual([]);
  return [...plan.new, ...plan.changed].map(({ managerKey }) => managerKey);
}

test.each(["1", "ana@x.org", "ANA@X.ORG", "ana  LIMA", "Ana Lima (1)", "Ana Lima (On leave)"])(
  "finds the manager %j by id, address or name",
  (manager) => {
    expect(managersOf(["Employee Id | Name | Manager", `4 | Dia | ${manager}`])).toEqual(["ana"]);
  },
);

test("finds managers who come in with the same file, in any order", () => {
  const lines = [
    "Employee Id | First name | Last name | Manager id | Manager email | Manager",
    "4 | Dia | Novak | 5 | |",
    "5 | Eve | Costa | | ana@x.org |",
    "6 | Fay | Diallo | | | Costa, Eve",
  ];
  expect(managersOf(lines)).toEqual(["row:3", "ana", "row:3"]);
});

test("an identifier decides between people of the same name", () => {
  const other = personRecord({ id: "ana2", name: "Ana Lima", employeeId: "7" });
  const lines = ["Employee Id | Name | Manager Id | Manager", "4 | Dia | 7 | Ana Lima"];
  expect(managersOf(lines, [ANA, other])).toEqual(["ana2"]);
  const byName = ["Employee Id | Name | Manager", "4 | Dia | Ana Lima"];
  expect(problemsOf(byName, [ANA, other])).toEqual(["2 manager-not-unique"]);
  expect(managersOf(byName, [ANA, { ...other, status: "inactive" }])).toEqual(["ana"]);
});

test("rejects managers who are unknown or contradict each other; whoever manages themselves is at the top", () => {
  const lines = [
    "Employee Id | Name | Manager Id | Manager Email | Manager",
    "4 | Dia | 99 | |",
    "5 | Eve | 2 | ana@x.org |",
    "6 | Fay | | | Fay",
    "2 | Bo Chen | 2 | |",
    "7 | Gil | | | Nobody Known",
  ];
  expect(problemsOf(lines)).toEqual([
    "2 manager-unknown",
    "3 managers-disagree",
    "6 manager-unknown",
  ]);
  const plan = planImport(importRequest(lines));
  expect(plan.notes.filter(({ code }) => code === "own-manager").map(({ row }) => row)).toEqual([
    4, 5,
  ]);
});

test("who would report to a new person that is rejected is rejected too, down the tree", () => {
  const lines = [
    "Employee Id | Name | Start date | Manager id",
    "4 | Dia | | 5",
    "5 | Eve | | 6",
    "6 | Fay | 31/02/2024 |",
  ];
  expect(problemsOf(lines)).toEqual(["2 manager-rejected", "3 manager-rejected", "4 date-invalid"]);
  expect(planImport(importRequest(lines)).rejected[0]?.problems[0]).toMatchObject({
    value: "Eve",
    otherRow: 3,
  });
});

test("who reports to someone already in the directory stays, even when that row is rejected", () => {
  const lines = [
    "Employee Id | Name | Start date | Manager id",
    "4 | Dia | | 1",
    "1 | Ana Lima | 31/02/2024 |",
  ];
  const plan = planImport(importRequest(lines, [ANA]));
  expect(plan.new[0]?.managerKey).toBe("ana");
});

test("an employee id that the file itself replaces finds nobody any more", () => {
  const lines = [
    "Employee Id | Name | Email | Manager id",
    "10 | Ana Lima | ana@x.org |",
    "2 | Bo Chen | | 1",
    "3 | Cy Okafor | | 10",
  ];
  expect(problemsOf(lines)).toEqual(["3 manager-unknown"]);
});

test("rejects loops within the file, naming who reports to whom", () => {
  const lines = ["Employee Id | Name | Manager id", "4 | Dia | 5", "5 | Eve | 6", "6 | Fay | 4"];
  expect(problemsOf(lines)).toEqual(["2 manager-loop", "3 manager-loop", "4 manager-loop"]);
  expect(planImport(importRequest(lines)).rejected[0]?.problems[0]?.value).toBe(
    "Dia → Eve → Fay → Dia",
  );
});

test("rejects loops that close through people the file does not mention", () => {
  expect(problemsOf(["Employee Id | Name | Manager id", "1 | Ana Lima | 3"])).toEqual([
    "2 manager-loop",
  ]);
});

test("turning a line of command around is no loop, unless a part of it is rejected", () => {
  const turned = [
    "Employee Id | Name | Manager id",
    "3 | Cy Okafor |",
    "2 | Bo Chen | 3",
    "1 | Ana Lima | 2",
  ];
  expect(problemsOf(turned)).toEqual([]);
  const broken = [
    "Employee Id | Name | Start date | Manager id",
    "3 | Cy Okafor | 31/02/2024 |",
    "2 | Bo Chen | | 3",
    "1 | Ana Lima | | 2",
  ];
  expect(problemsOf(broken)).toEqual(["2 date-invalid", "3 manager-loop", "4 manager-loop"]);
});

test("a change of manager shows names, and identifiers where names are the same", () => {
  const other = personRecord({ id: "ana2", name: "Ana Lima", employeeId: "7" });
  const lines = ["Employee Id | Name | Manager id", "2 | Bo Chen | 7", "3 | Cy Okafor | 1"];
  const plan = planImport(importRequest(lines, [ANA, BO, CY, other]));
  expect(plan.changed.map(({ changes }) => changes)).toEqual([
    [{ field: "manager", from: "Ana Lima (1)", to: "Ana Lima (7)" }],
    [{ field: "manager", from: "Bo Chen", to: "Ana Lima" }],
  ]);
});

test("a loop of a thousand people is reported in few words", () => {
  const rows = Array.from(
    { length: 1000 },
    (_, index) => `${index} | P${index} | ${(index + 1) % 1000}`,
  );
  const plan = planImport(importRequest(["Employee Id | Name | Manager id", ...rows]));
  expect(plan.rejected).toHaveLength(1000);
  expect(plan.rejected[7]?.problems[0]?.value).toBe("P7 → P8 → P9 → P10 → P11 → … → P7");
});
