import fc from "fast-check";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { everyText } from "../../every-text.ts";
import { readCells, readRows } from "../../testing/read-rows.ts";
import { rowXml, sheetXml, workbook } from "../../testing/workbook.ts";
import { entry, zip } from "../../testing/zip.ts";

type Value = string | number | boolean | Date | null;

function written(rows: Value[][]): Promise<Buffer> {
  const data = rows.map((cells) => cells.map(writtenCell));
  return writeWorkbook([{ sheet: "Sheet", data }], { features: [everyText] }).toBuffer();
}

function writtenCell(value: Value) {
  if (value === null) return null;
  return value instanceof Date ? { value, format: "dd/mm/yyyy" } : { value };
}

/** A cell as XML. */
const cell = (type: string, inside: string, more = "") => `<c t="${type}"${more}>${inside}</c>`;
const oneRow = (...cells: string[]) => workbook([sheetXml(`<row r="1">${cells.join("")}</row>`)]);

test("reads text, numbers and dates, and counts blank rows", async () => {
  const bytes = await written([
    ["Name", "Employee Id", "Start date"],
    ["Zoë 👩🏽‍🚀", 1001, new Date("2024-04-03T00:00:00Z")],
    ["=cmd|' /C calc'!A0", "007", "03/04/2024"],
    [null, null, null],
    ["نورا", 45385.5, true],
  ]);
  expect(await readRows(bytes)).toEqual([
    { row: 1, cells: ["Name", "Employee Id", "Start date"] },
    { row: 2, cells: ["Zoë 👩🏽‍🚀", "1001", "2024-04-03"] },
    { row: 3, cells: ["=cmd|' /C calc'!A0", "007", "03/04/2024"] },
    { row: 5, cells: ["نورا", "45385.5", "TRUE"] },
  ]);
});

test("reads what another reader reads", { timeout: 60_000 }, async () => {
  const day = fc.date({
    min: new Date("1970-01-02"),
    max: new Date("2999-12-30"),
    noInvalidDate: true,
  });
  const value = fc.oneof(
    fc.string({ unit: "grapheme" }).filter((text) => text.trim() !== ""),
    fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)),
    fc.constantFrom("_x000D_", "_x005F_x0041_", "a & b < c > \"d\" 'e'", "&amp;", "]]>"),
    fc.integer(),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.boolean(),
    day.map((date) => new Date(`${date.toISOString().slice(0, 10)}T00:00:00Z`)),
    fc.constant(null),
  );
  const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (values) => {
      const bytes = await written(values);
      const [sheet] = await readWorkbook(bytes, { trim: false });
      const others = (sheet?.data ?? []).map((cells) => cells.map(text));
      const own = await readRows(bytes);
      if (typeof own === "string") throw new Error(own);
      expect(own).toEqual(
        others
          .map((cells, index) => ({ row: index + 1, cells: withoutBlanks(cells) }))
          .filter(({ cells }) => cells.length > 0),
      );
    }),
    { numRuns: 40 },
  );
});

function text(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
}

function withoutBlanks(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((each) => each.trim() !== "") + 1);
}

test("reads every way to write a text: shared, with formats, with its pronunciation, in the cell, from a formula", async () => {
  const shared = [
    "<si><t>shared</t></si>",
    '<si><r><rPr><b/></rPr><t xml:space="preserve">in </t></r><r><t>two</t></r></si>',
    "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr/></si>",
  ];
  const strings = entry("xl/sharedStrings.xml", `<sst>${shared.join("")}</sst>`);
  const cells = [
    ...[0, 1, 2].map((index) => cell("s", `<v>${index}</v>`)),
    cell("inlineStr", "<is><r><t>in</t></r><r><t>line</t></r></is>"),
    cell("str", "<f>A1&amp;B1</f><v>for&#x6d;ul&#97; &#x1F680; <![CDATA[<a&b>]]></v>"),
  ];
  const bytes = workbook([sheetXml(`<row r="1">${cells.join("")}</row>`)], [strings]);
  expect(await readCells(bytes)).toEqual([
    ["shared", "in two", "東京", "inline", "formula 🚀 <a&b>"],
  ]);
});

test("cells and rows without a place follow the one before; those with one stand there", async () => {
  const rows = `<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c r="AB5"><v>5</v></c></row>`;
  expect(await readRows(workbook([sheetXml(rows)]))).toEqual([
    { row: 1, cells: ["1", "2"] },
    { row: 4, cells: ["", "", "3", "4"] },
    { row: 5, cells: [...Array.from({ length: 27 }, () => ""), "5"] },
  ]);
});

test.each([
  ["14", "", "2024-04-03"],
  ["200", "dd/mm/yyyy;@", "2024-04-03"],
  ["200", '[$-409]d\\-mmm\\-yy "o&apos;clock"', "2024-04-03"],
  ["200", "[h]:mm:ss.00", "2024-04-03"],
  ["200", "0.00", "45385"],
  ["200", '"yyyy"0', "yyyy45385"],
  ["200", "00000000", "00045385"],
  ["200", '"EMP-"000000', "EMP-045385"],
  ["200", "000-000", "045-385"],
  ["200", "0000000;-0000000", "0045385"],
  ["200", "0.00", "45385"],
  ["200", "#,##0", "45385"],
  ["200", "0_);(0)", "45385"],
  ["200", "0%", "45385"],
  ["0", "", "45385"],
  ["57", "", "2024-04-03"],
])("a number with format %s %j reads as %s", async (id, code, expected) => {
  const formats = `<numFmts><numFmt numFmtId="200" formatCode="${code.replaceAll('"', "&quot;")}"/></numFmts>`;
  const styles = `<styleSheet>${formats}<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`;
  const bytes = workbook(
    [sheetXml(`<row><c s="1"><v>45385</v></c><c><v>45385</v></c></row>`)],
    [entry("xl/styles.xml", styles)],
  );
  expect(await readCells(bytes)).toEqual([[expected, "45385"]]);
});

test("days count from 1904 where a workbook says so", async () => {
  const styles = entry("xl/styles.xml", `<s><cellXfs><xf numFmtId="14"/></cellXfs></s>`);
  const sheet = entry("xl/worksheets/sheet1.xml", sheetXml("<row><c><v>43923</v></c></row>"));
  const bytes = (date1904: string) =>
    workbook([sheet], [styles], `<workbookPr date1904="${date1904}"/>`);
  expect(await readCells(bytes("1"))).toEqual([["2024-04-03"]]);
  expect(await readCells(bytes("0"))).toEqual([["2020-04-02"]]);
});

test("dates written out, truth and errors", async () => {
  const bytes = oneRow(
    cell("d", "<v>2024-04-03T10:00:00</v>"),
    cell("b", "<v>0</v>"),
    cell("e", "<v>#N/A</v>"),
    cell("str", "<f>A1</f><v></v>"),
    cell("n", "<v>1e3</v>"),
  );
  expect(await readCells(bytes)).toEqual([["2024-04-03", "FALSE", "#N/A", "", "1000"]]);
});

test("names may have prefixes, parts absolute places, and XML be UTF-16", async () => {
  const relations = `<p:Relationships xmlns:p="p"><p:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/data/one.xml"/></p:Relationships>`;
  const book = `<x:workbook xmlns:x="x"><x:sheets><x:sheet name="A &gt; B" sheetId="1" q:id="a"/></x:sheets></x:workbook>`;
  const sheet = `<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="str"><x:v>Łódź</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const bytes = zip([
    entry("xl/workbook.xml", book),
    entry("xl/_rels/workbook.xml.rels", relations),
    entry("data/one.xml", Buffer.from(`\uFEFF${sheet}`, "utf16le")),
  ]);
  expect(await readCells(bytes)).toEqual([["Łódź"]]);
});

test("an empty sheet is passed over; a workbook of nothing has no rows", async () => {
  expect(await readCells(workbook([sheetXml(""), sheetXml(rowXml(1, ["Ana"]))]))).toEqual([
    ["Ana"],
  ]);
  expect(await readCells(workbook([sheetXml("")]))).toEqual([]);
});

test("what is no workbook, or one whose cells lead nowhere, is refused", async () => {
  expect(await readRows(zip([entry("word/document.xml", "<w/>")]))).toBe("file-word");
  expect(await readRows(zip([entry("xl/workbook.xml", "<workbook/>")]))).toBe("file-damaged");
  expect(await readRows("PK\x03\x04 and then nothing of the kind")).toBe("file-damaged");
  expect(await readRows(oneRow(cell("s", "<v>7</v>")))).toBe("file-damaged");
  expect(await readRows(oneRow(cell("n", "<v>seven</v>")))).toBe("file-damaged");
  expect(await readRows(oneRow(cell("b", "<v>maybe</v>")))).toBe("file-damaged");
  expect(await readRows(oneRow(cell("what", "<v>1</v>")))).toBe("file-damaged");
  const rows = `${rowXml(2, ["Ana"])}${rowXml(2, ["Bo"])}`;
  expect(await readRows(workbook([sheetXml(rows)]))).toBe("file-damaged");
});

test("a part that does not unpack is damaged, before anything of it was read or after", async () => {
  const name = "xl/worksheets/sheet1.xml";
  const long = Array.from({ length: 3_000 }, (_, row) => rowXml(row + 1, [`Ana ${row ** 3}`]));
  const whole = entry(name, sheetXml(long.join("")));
  expect(await readCells(workbook([whole]))).toHaveLength(3_000);
  const { packed } = whole;
  const spoiled = Buffer.from(packed).fill(0xff, packed.length / 2, packed.length / 2 + 50);
  const noise = Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 7919) % 256));
  for (const part of [
    { ...whole, packed: spoiled },
    { ...whole, packed: packed.subarray(0, packed.length / 2) },
    { ...whole, packed: noise },
    { ...whole, packed: Buffer.alloc(0) },
    { ...whole, method: 12 },
  ])
    expect(await readRows(workbook([part]))).toBe("file-damaged");
});
