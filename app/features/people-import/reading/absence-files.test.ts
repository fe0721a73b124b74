import { expect, test } from "vitest";
import { personRecord } from "~/features/people/testing/person-record.ts";
import { planFile } from "../testing/case-files.ts";

const existing = [
  personRecord({ id: "ada", employeeId: "100", email: "ada@x.org", name: "Ada Quay" }),
  personRecord({ id: "ben", employeeId: "101", email: "ben@x.org", name: "Ben Pier" }),
];

async function planned(content: string, answers = {}) {
  const result = await planFile(content, { existing, answers });
  if (!("plan" in result)) throw new Error(JSON.stringify(result));
  const { plan, questions, columns, problems, notes, source } = result;
  const told = plan.absences.map(
    ({ key, firstDay, lastDay, outcome }) => `${key} ${firstDay}/${lastDay} ${outcome}`,
  );
  return { plan, questions, columns, problems, notes, source, told };
}

const WHYS = ["Sick leave", "Parental", "burn-out"];

test("a leave report of an HR system: whom and when is read, and of why nothing is left", async () => {
  const report = [
    "Employee #,Employee name,Time off type,From,To,Days,Comments",
    "100,Ada Quay,Sick leave,2026-07-01,2026-07-10,8,burn-out",
    "101,Ben Pier,Parental,2026-06-15,2026-12-14,120,",
    "101,Ben Pier,Sick leave,2026-05-01,2026-05-03,2,",
  ].join("\n");
  const result = await planned(report.replace("Employee #", "Employee number"));
  expect(result.source.reasons).toEqual([{ column: 2, title: "Time off type" }]);
  expect(result.questions).toEqual([
    { code: "lists", suggested: "absences" },
    { code: "ignored-columns", columns: [5, 6] },
  ]);
  expect(result.told).toEqual([
    "ada 2026-07-01/2026-07-10 noted",
    "ben 2026-05-01/2026-05-03 over",
    "ben 2026-06-15/2026-12-14 noted",
  ]);
  for (const why of WHYS) expect(JSON.stringify(result)).not.toContain(why);
});

test("what a row that is refused holds beside whom and when is not handed on either", async () => {
  const result = await planned(
    [
      "Employee number,Leave type,From,To,Remark",
      "999,Parental,2026-07-01,2026-07-10,burn-out",
    ].join("\n"),
  );
  expect(result.problems).toEqual(["2 person-unknown"]);
  expect(result.plan.rejected[0]?.cells).toEqual(["999", "", "2026-07-01", "2026-07-10", ""]);
});

test("a German list of absences needs no help but to be told as one", async () => {
  const list = [
    "Personalnummer;Name;Abwesenheitsart;Beginn;Ende",
    "100;Quay, Ada;Urlaub;01.07.2026;10.07.2026",
    "101;Pier, Ben;Krank;15.06.2026;16.06.2026",
  ].join("\n");
  const open = await planned(list);
  expect(open.questions).toEqual([{ code: "lists", suggested: "absences" }]);
  const { questions, told, columns } = await planned(list, { lists: "absences" });
  expect(questions).toEqual([]);
  expect(columns).toEqual(["employeeId", "name", null, "awayFrom", "awayUntil"]);
  expect(told).toEqual(["ada 2026-07-01/2026-07-10 noted", "ben 2026-06-15/2026-06-16 noted"]);
});

test("dates that can be read two ways are asked about, as any others are", async () => {
  const list = "Email,From,Until\nada@x.org,03/07/2026,05/07/2026\n";
  expect(await planFile(list, { existing })).toEqual({ faults: ["date-order-unknown"] });
});

test("in a file of people one column of days and one absence a row come along with the rest", async () => {
  const file = [
    "Employee ID,Name,Email,Job title,Working days,Away from,Away until,Absence reason",
    "100,Ada Quay,ada@x.org,Skipper,Mo-Do,2026-07-01,2026-07-10,Sick leave",
    "100,Ada Quay,ada@x.org,Skipper,Mo-Do,2026-08-01,2026-08-10,Parental",
    "102,Cem Dock,cem@x.org,Cook,5 days,,,",
    '103,Dee Moor,dee@x.org,Cook,"Mon, Wed",2026-07-06,2026-07-06,',
  ].join("\n");
  const result = await planned(file);
  expect(result.questions).toEqual([]);
  expect(result.problems).toEqual(["4 days-unreadable"]);
  expect(result.plan.changed).toMatchObject([{ key: "ada", workingDays: "1234" }]);
  expect(result.plan.new).toMatchObject([{ key: "row:5", workingDays: "13" }]);
  expect(result.plan.absent.map(({ personId }) => personId)).toEqual(["ben"]);
  expect(result.told).toEqual([
    "ada 2026-07-01/2026-07-10 noted",
    "ada 2026-08-01/2026-08-10 noted",
    "row:5 2026-07-06/2026-07-06 noted",
  ]);
  expect(result.notes).toEqual([
    "2 days-understood 1234",
    "3 days-understood 1234",
    "3 further-absence 2",
  ]);
  for (const why of WHYS) expect(JSON.stringify(result)).not.toContain(why);
});

test("words by which an encoding is told are never of why somebody is away", async () => {
  const lines = (name: string) => [
    "Employee number;Name;Leave type;From;Until;Remark",
    `100;${name};M\xfcdigkeit;2026-07-01;2026-07-10;Ersch\xf6pfung`,
  ];
  const read = async (name: string) => {
    const result = await planFile(Buffer.from(lines(name).join("\n"), "latin1"), { existing });
    return "questions" in result ? result.questions : result;
  };
  const asked = JSON.stringify(await read("H\xe9l\xe8ne Quay"));
  expect(asked).toContain("Hélène");
  for (const why of ["digkeit", "pfung"]) expect(asked).not.toContain(why);
  // Where nothing that is read depends on it, it is no question.
  expect(JSON.stringify(await read("Ada Quay"))).not.toContain("encoding");
});
