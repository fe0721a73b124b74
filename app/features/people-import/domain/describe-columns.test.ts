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
    { title: "Name", letter: "A", samples: ["Ana", "Bo"], field: "name", unshown: null },
    {
      ...{ title: "Start", letter: "B", samples: ["05/05/2024", "03/04/2024"] },
      ...{ field: "startDate", unshown: null },
    },
    { title: "", letter: "C", samples: [`${"x".repeat(60)}…`], field: null, unshown: null },
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

test("shows nothing of what says why somebody is away, or may", () => {
  const header = ["Id", "From", "Until", "Leave type", "Remark"];
  const table = { header, rows: [{ row: 2, cells: ["1", "1/6", "2/6", "sick", "flu"] }] };
  const shown = describeColumns(table, ["employeeId", "awayFrom", "awayUntil", "jobTitle", null]);
  expect(shown.map(({ samples, field, unshown }) => [samples, field, unshown])).toEqual([
    [["1"], "employeeId", null],
    [["1/6"], "awayFrom", null],
    [["2/6"], "awayUntil", null],
    [[], null, "reason"],
    [[], null, "beside-absences"],
  ]);
});
