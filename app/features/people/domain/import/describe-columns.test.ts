import { expect, test } from "vitest";
import { describeColumns, undecidedDate } from "./describe-columns.ts";

const rows = [
  { row: 2, cells: ["Ana", "05/05/2024"] },
  { row: 3, cells: ["Ana", "", "x".repeat(100)] },
  { row: 4, cells: ["Bo", "03/04/2024"] },
];

test("shows what stands in a column, each value once and short", () => {
  const table = { header: ["Name", "Start", ""], rows };
  expect(describeColumns(table, ["name", "startDate"])).toEqual([
    { title: "Name", letter: "A", samples: ["Ana", "Bo"], field: "name" },
    { title: "Start", letter: "B", samples: ["05/05/2024", "03/04/2024"], field: "startDate" },
    { title: "", letter: "C", samples: [`${"x".repeat(60)}…`], field: null },
  ]);
});

test("letters columns as spreadsheets do", () => {
  const header = Array.from({ length: 54 }, () => "");
  const letters = describeColumns({ header, rows: [] }, []).map(({ letter }) => letter);
  expect([letters[25], letters[26], letters[52]]).toEqual(["Z", "AA", "BA"]);
});

test("finds a date that can be read both ways, to ask about", () => {
  const table = { header: [], rows };
  expect(undecidedDate(table, ["name", "startDate"])).toEqual({
    text: "03/04/2024",
    dmy: "2024-04-03",
    mdy: "2024-03-04",
  });
  expect(undecidedDate(table, ["name", null])).toBeNull();
});
