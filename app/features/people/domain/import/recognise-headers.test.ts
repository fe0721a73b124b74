import { expect, test } from "vitest";
import { IMPORT_FIELDS } from "./fields.ts";
import { recogniseHeaders } from "./recognise-headers.ts";

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
