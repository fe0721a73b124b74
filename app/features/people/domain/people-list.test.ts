import { expect, test } from "vitest";
import { findListed, readPeopleList } from "./people-list.ts";

const person = (id: string, facts: object = {}) => ({
  id,
  emailKey: `${id}@quay.example`,
  employeeId: `E-${id}`,
  active: true,
  external: false,
  ...facts,
});
const people = [
  person("ana"),
  person("bo"),
  person("gone", { active: false }),
  person("guest", { external: true }),
];

test("addresses and employee ids are found however they are written and divided", () => {
  const text = "Ana@Quay.example\r\n\n Bo Dahl <bo@quay.example>; \n";
  expect(findListed(readPeopleList(text), people)).toEqual({
    personIds: ["ana", "bo"],
    problems: [],
  });
  expect(findListed(readPeopleList("e-bo\te-ana"), people).personIds).toEqual(["bo", "ana"]);
  expect(findListed(readPeopleList("mailto:ana@quay.example"), people).personIds).toEqual(["ana"]);
});

test("each entry that can't be used is named with its line and the reason", () => {
  const text =
    "ana@quay.example\nnobody@quay.example\ngone@quay.example\nguest@quay.example, e-ana";
  expect(findListed(readPeopleList(text), people)).toEqual({
    personIds: ["ana"],
    problems: [
      { line: 2, text: "nobody@quay.example", problem: "unknown" },
      { line: 3, text: "gone@quay.example", problem: "inactive" },
      { line: 4, text: "guest@quay.example", problem: "external" },
      { line: 4, text: "e-ana", problem: "twice" },
    ],
  });
});

test("an empty list names nobody", () => {
  expect(findListed(readPeopleList(" \n ; ,\n"), people)).toEqual({ personIds: [], problems: [] });
});
