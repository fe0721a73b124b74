import { expect, test } from "vitest";
import { matrixHref, narrowed, readMatrixQuery } from "./matrix-query.ts";

test("an address leads back to what it asks for, and what is usual is not in it", () => {
  const query = readMatrixQuery(new URLSearchParams("q=ana&level=3&by=manager&page=2&sort=gap"));
  expect(query).toMatchObject({ search: "ana", level: 3, by: "manager", page: 2, sort: "gap" });
  expect(matrixHref(query)).toBe("/skills?q=ana&level=3&sort=gap&by=manager&page=2");
  expect(matrixHref(readMatrixQuery(new URLSearchParams()))).toBe("/skills");
});

test("what an address can't mean is as if it were not there", () => {
  const query = readMatrixQuery(new URLSearchParams("level=x&page=-1&by=moon&part=0"));
  expect(matrixHref(query)).toBe("/skills");
});

test("people are found by words of their name or title, their unit and whom they report to", () => {
  const person = (name: string, told: Partial<Parameters<typeof narrowed>[0][number]> = {}) => ({
    ...{ name, jobTitle: null, department: null, managerId: null },
    ...told,
  });
  const people = [
    person("Ana Lima", { jobTitle: "Skipper", department: "Fleet", managerId: "1" }),
    person("Bo Chen", { department: "Hotels", managerId: "1" }),
  ];
  const names = (asked: string) =>
    narrowed(people, readMatrixQuery(new URLSearchParams(asked))).map(({ name }) => name);
  expect(names("")).toHaveLength(2);
  expect(names("q=skip+ANA")).toEqual(["Ana Lima"]);
  expect(names("department=Hotels")).toEqual(["Bo Chen"]);
  expect(names("team=1")).toHaveLength(2);
  expect(names("team=2")).toEqual([]);
});
