import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { forSpreadsheet, fromSpreadsheet, toCsv } from "./csv.ts";

test.each(["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])(
  "makes %j harmless",
  (text) => {
    expect(forSpreadsheet(text)).toBe(`'${text}`);
  },
);

test("leaves ordinary text alone", () => {
  for (const text of ["Ana", "o'neil@x.org", "'t Hooft", "2-1", "", "👩🏽‍🚀"]) {
    expect(forSpreadsheet(text)).toBe(text);
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
