import { expect, test } from "vitest";
import { listFromRows } from "./list-from-rows.ts";

const rows = (...lines: string[][]) => lines.map((cells, at) => ({ row: at + 1, cells }));

test("a column of addresses is found by its title, in whatever language and below a title line", () => {
  const file = rows(
    ["Our leaders"],
    ["Name", "E-mail address"],
    ["Ana", "ana@example.org"],
    ["Ben", " ben@example.org "],
  );
  expect(listFromRows(file)).toEqual(["ana@example.org", "ben@example.org"]);
});

test("who has no address is named by the employee id", () => {
  const file = rows(
    ["Employee ID", "Email"],
    ["17", "ana@example.org"],
    ["18", ""],
    ["", ""],
    ["19"],
  );
  expect(listFromRows(file)).toEqual(["ana@example.org", "18", "19"]);
});

test("without titles the column with addresses is it, and the only column always", () => {
  expect(listFromRows(rows(["Ana", "ana@example.org"], ["Ben", "nobody"]))).toEqual([
    "ana@example.org",
    "nobody",
  ]);
  expect(listFromRows(rows(["17"], ["18"]))).toEqual(["17", "18"]);
});

test("where no column can hold them, that is said", () => {
  expect(listFromRows(rows(["Ana", "Lund"], ["Ben", "Okafor"]))).toBeNull();
  expect(listFromRows([])).toBeNull();
});
