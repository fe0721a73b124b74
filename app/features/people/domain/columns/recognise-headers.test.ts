import { expect, test } from "vitest";
import { IMPORT_FIELDS } from "./fields.ts";
import { reasonColumns, recogniseHeaders } from "./recognise-headers.ts";

test("recognises the headers HR systems export", () => {
  const header =
    "Name,Preferred Name,First Name,Last Name,Employee Id,Email,Start Date,End Date,Manager,Manager Email,Manager Id," +
    "Job Title,Job Title Level,Department,Division,Country,Location,Language,Timezone,Employment Type";
  expect(recogniseHeaders(header.split(","))).toEqual([
    "name",
    "preferredName",
    "givenName",
    "familyName",
    "employeeId",
    "email",
    "startDate",
    "endDate",
    "manager",
    "managerEmail",
    "managerId",
    "jobTitle",
    "jobLevel",
    "department",
    "division",
    "country",
    "location",
    "language",
    "timezone",
    "employmentType",
  ]);
});

test.each([
  ["  EMPLOYEE   NUMBER ", "employeeId"],
  ["staff_no.", "employeeId"],
  ["E-mail", "email"],
  ["Work email", "email"],
  ["WORK E-MAIL ADDRESS", "email"],
  ["Manager's e-mail", "managerEmail"],
  ["Line Manager", "manager"],
  ["Reports to", "manager"],
  ["managerEmployeeID", "managerId"],
  ["Time zone", "timezone"],
  ["Date of hire", "startDate"],
  ["Surname", "familyName"],
  ["Grade", "jobLevel"],
])("reads %j as %s", (title, field) => {
  expect(recogniseHeaders([title])).toEqual([field]);
});

test("gives each field to one column: the most telling header, then the first", () => {
  expect(recogniseHeaders(["Email", "Work Email", "Email"])).toEqual([null, "email", null]);
  expect(recogniseHeaders(["Department", "Department"])).toEqual(["department", null]);
});

test("leaves headers it does not know to the person importing", () => {
  expect(recogniseHeaders(["Shoe size", "", "Personal e-mail"])).toEqual([null, null, null]);
});

test("does not depend on the order of columns", () => {
  const header = ["Manager", "Email", "Name", "Employee Id", "Level"];
  expect(recogniseHeaders(header.toReversed())).toEqual(recogniseHeaders(header).toReversed());
});

test("recognises the name of every field itself", () => {
  for (const field of IMPORT_FIELDS) {
    const title = field.replace(/[A-Z]/g, (letter) => ` ${letter}`);
    expect(recogniseHeaders([title])).toEqual([field]);
  }
});

test.each([
  ["Away from,Away until", ["awayFrom", "awayUntil"]],
  ["Abwesend von,Abwesend bis", ["awayFrom", "awayUntil"]],
  ["Leave start date,Leave end date", ["awayFrom", "awayUntil"]],
  ["Début d’absence,Fin d’absence", ["awayFrom", "awayUntil"]],
  ["Urlaub von,Urlaub bis", ["awayFrom", "awayUntil"]],
  ["Working days,Arbeitstage", ["workingDays", null]],
  // "From" and "until" where nothing else is said, and any dates beside a column that says why.
  ["Employee id,From,Until", ["employeeId", "awayFrom", "awayUntil"]],
  ["E-Mail,Von,Bis", ["email", "awayFrom", "awayUntil"]],
  ["Employee id,Department,From,Until", ["employeeId", "department", null, null]],
  [
    "Employee id,Department,Leave type,Start date,End date",
    ["employeeId", "department", null, "awayFrom", "awayUntil"],
  ],
  ["Employee id,Name,Start date,End date", ["employeeId", "name", "startDate", "endDate"]],
  [
    "Employee id,Start date,Leave type,Leave start,Leave end",
    ["employeeId", "startDate", null, "awayFrom", "awayUntil"],
  ],
])("%s", (header, fields) => {
  expect(recogniseHeaders(header.split(","))).toEqual(fields);
});

test.each([
  ...[
    "Type of leave",
    "Leave type",
    "Absence reason",
    "Reason",
    "Reason for absence",
    "Absence",
    "Leave",
    "PTO policy",
  ],
  ...[
    "Abwesenheitsart",
    "Grund",
    "Grund der Abwesenheit",
    "Fehlzeitengrund",
    "Krankheit",
    "Urlaubsart",
    "Abwesenheitsgrund",
  ],
  ...[
    "Type d’absence",
    "Motif de l’absence",
    "Tipo de ausencia",
    "Motivo",
    "Tipo de licença",
    "Tipo di assenza",
    "Verloftype",
  ],
  ...[
    "Rodzaj nieobecności",
    "Frånvaroorsak",
    "Fraværsårsag",
    "Sick leave",
    "Holiday comment",
    "Leave status",
  ],
])("“%s” says why, and is never read", (title) => {
  expect(reasonColumns(["Employee id", title])).toEqual([1]);
});

test.each([
  ...[
    "Leave date",
    "Leaver",
    "Reason for leaving",
    "Leaving reason",
    "Termination reason",
    "Austrittsgrund",
    "Grundgehalt",
  ],
  ...[
    "Away from",
    "Leave start",
    "Vacation end date",
    "Abwesend bis",
    "Urlaub ab dem",
    "First day of the holiday",
  ],
  ...[
    "Krankenhaus",
    "Ziekenhuis",
    "Department",
    "Type of employment",
    "Status",
    "Kostenstelle",
    "",
  ],
])("“%s” does not say why anybody is away", (title) => {
  expect(reasonColumns(["Employee id", title])).toEqual([]);
});
