import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { toXlsx } from "./write-xlsx.server.ts";

test("words stay words, also those that would run, and numbers numbers", async () => {
  const content = await toXlsx({
    title: "A title: with signs / and far more letters than a sheet may have",
    columns: ["Name", "Count"],
    rows: [
      ['=HYPERLINK("http://evil.test")', 3],
      ["+1", null],
    ],
  });
  const [sheet] = await readWorkbook(Buffer.from(content));
  expect(sheet?.sheet).toBe("A title  with signs   and far m");
  expect(sheet?.data).toEqual([
    ["Name", "Count"],
    ['=HYPERLINK("http://evil.test")', 3],
    ["+1", null],
  ]);
});

test("texts that are names of what every object has stay as well, in headings and wherever they stand", async () => {
  const names = Object.getOwnPropertyNames(Object.prototype);
  expect(names).toEqual(expect.arrayContaining(["constructor", "toString", "__proto__"]));
  const rows = [...names.map((name, at) => [name, at]), ["toString", "an ordinary one"]];
  const content = await toXlsx({ title: "Names", columns: ["constructor", "__proto__"], rows });
  const [sheet] = await readWorkbook(Buffer.from(content));
  expect(sheet?.data).toEqual([["constructor", "__proto__"], ...rows]);
});
