import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { forSpreadsheet, fromSpreadsheet } from "./spreadsheet-text.ts";
import { csvPieces, csvResponse, toCsv } from "./write-csv.server.ts";

test.each(["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"])(
  "makes %j harmless",
  (text) => {
    expect(forSpreadsheet(text)).toBe(`'${text}`);
    expect(toCsv([[text]])).toMatch(/^\uFEFF"?'/u);
  },
);

test("leaves ordinary text alone", () => {
  for (const text of ["Ana", "o'neil@x.org", "'t Hooft", "2-1", "👩🏽‍🚀"]) {
    expect(forSpreadsheet(text)).toBe(text);
    expect(toCsv([[text]])).toBe(`\uFEFF${text}\r\n`);
  }
});

test("what is made harmless comes back as it was, and no exported cell starts a formula", () => {
  const cell = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^['=+@-]{0,4}\w*$/));
  fc.assert(
    fc.property(cell, (text) => {
      expect(fromSpreadsheet(forSpreadsheet(text))).toBe(text);
      expect(forSpreadsheet(text)).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test("a CSV file holds any text and can be read by a CSV reader", () => {
  const cell = fc.string({ unit: "grapheme", minLength: 1 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 });
  fc.assert(
    fc.property(table, (rows) => {
      const lines: string[][] = parse(toCsv(rows), { bom: true });
      expect(lines.map((cells) => cells.map(fromSpreadsheet))).toEqual(rows);
    }),
  );
});

test("numbers stay numbers, nothing is an empty cell, and what splits cells elsewhere is quoted", () => {
  expect(
    toCsv([
      ["a", "b", "c"],
      [-0.4, null, 0],
      ["x;y", "", 'say "hi"'],
    ]),
  ).toBe('\uFEFFa,b,c\r\n-0.4,,0\r\n"x;y",,"say ""hi"""\r\n');
});

test("a long file comes in pieces that make one whole", () => {
  const rows = Array.from({ length: 2_500 }, (_, at) => [`person ${at}`, at]);
  const pieces = csvPieces(rows).toArray();
  expect(pieces.length).toBeGreaterThan(3);
  expect(parse(pieces.join(""), { bom: true })).toEqual(
    rows.map((cells) => cells.map((cell) => String(cell))),
  );
});

test("is sent as a file that begins with a byte order mark", async () => {
  const response = csvResponse("people", [["Zoë"]]);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="people.csv"');
  expect([...(await response.bytes()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
