import { expect, test } from "vitest";
import { MOST_ROWS, tableFrom } from "./table.ts";

const HEADER = ["Name", "Email"];

const filled = (lines: string[][]) => lines.map((cells, index) => ({ row: index + 1, cells }));

function fault(lines: string[][]): string {
  const result = tableFrom(filled(lines));
  return result.ok ? "none" : result.reason;
}

test("keeps the numbers that a spreadsheet shows beside the rows", () => {
  const rows = [
    { row: 2, cells: ["Ana", "a@x.org"] },
    { row: 4, cells: ["Bo", "b@x.org"] },
  ];
  expect(tableFrom([{ row: 1, cells: HEADER }, ...rows])).toEqual({
    ok: true,
    table: { header: HEADER, rows },
  });
});

test("skips title lines above a header it recognises", () => {
  const result = tableFrom(filled([["Staff list 2025"], HEADER, ["Ana", "a@x.org"]]));
  expect(result.ok && result.table.header).toEqual(HEADER);
  expect(result.ok && result.table.rows).toEqual([{ row: 3, cells: ["Ana", "a@x.org"] }]);
});

test("takes the first line as header when it recognises nothing", () => {
  const result = tableFrom(
    filled([
      ["Nom", "Courriel"],
      ["Ana", "a@x.org"],
    ]),
  );
  expect(result.ok && result.table.header).toEqual(["Nom", "Courriel"]);
});

test("keeps a column without title when most rows fill it", () => {
  const result = tableFrom(
    filled([HEADER, ["Ana", "a@x.org", "x"], ["Bo", "b@x.org", "y"], ["Cy"]]),
  );
  expect(result.ok && result.table.header).toEqual(["Name", "Email", ""]);
});

test("names what is wrong with a whole file", () => {
  expect(fault([])).toBe("file-empty");
  expect(fault([HEADER])).toBe("file-header-only");
  expect(fault([["Name"], ["Ana"], ["Bo"]])).toBe("file-one-column");
  const wide = Array.from({ length: 200 }, (_, column) => `c${column}`);
  expect(fault([wide, wide])).toBe("file-too-many-columns");
  const long = Array.from({ length: MOST_ROWS + 1 }, () => ["Ana", "a@x.org"]);
  expect(fault([HEADER, ...long])).toBe("file-too-many-rows");
});
