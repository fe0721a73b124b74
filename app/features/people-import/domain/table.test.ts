import { expect, test } from "vitest";
import { type FileRow, MOST_ROWS } from "~/features/people/domain/columns/file-row.ts";
import { knownHeaders } from "~/features/people/domain/columns/recognise-headers.ts";
import { tableFrom as tableWith } from "./table.ts";

const HEADER = ["Name", "Email"];

const tableFrom = (rows: FileRow[]) => tableWith(rows, knownHeaders);

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
    notes: { above: [], repeated: [], rowNames: false },
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
      ["Wer", "Wohin"],
      ["Ana", "a@x.org"],
    ]),
  );
  expect(result.ok && result.table.header).toEqual(["Wer", "Wohin"]);
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

test("says which lines were passed over: titles above, and the header again on each page", () => {
  const lines = [["Staff list"], HEADER, ["Ana", "a@x.org"], HEADER, ["Bo", "b@x.org"]];
  const result = tableFrom(filled(lines));
  expect(result).toMatchObject({ notes: { above: [1], repeated: [4], rowNames: false } });
  expect(result.ok && result.table.rows.map(({ row }) => row)).toEqual([3, 5]);
});

test("row names without a title, as R writes them, are left out and said", () => {
  const lines = [HEADER, ["1", "Ana", "a@x.org"], ["2", "Bo", "b@x.org"], ["3", "Cy"]];
  const result = tableFrom(filled(lines));
  expect(result).toMatchObject({ table: { header: HEADER }, notes: { rowNames: true } });
  expect(result.ok && result.table.rows[1]).toEqual({ row: 3, cells: ["Bo", "b@x.org"] });
});
