import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { readPeopleFile } from "./read-people-file.server.ts";

type Cell = string | number | boolean | Date | null;

async function workbook(...sheets: Cell[][][]): Promise<Buffer> {
  const data = sheets.map((rows, index) => ({
    sheet: `Sheet ${index + 1}`,
    data: rows.map((cells) => cells.map(xlsxCell)),
  }));
  return writeWorkbook(data).toBuffer();
}

function xlsxCell(value: Cell) {
  if (value === null) return null;
  return value instanceof Date ? { value, format: "dd/mm/yyyy" } : { value };
}

const HEADER = ["Name", "Employee Id", "Start date"];

test("reads text, numbers and dates of a workbook", async () => {
  const bytes = await workbook([
    HEADER,
    ["Zoë 👩🏽‍🚀", 1001, new Date("2024-04-03T00:00:00Z")],
    ["=cmd|' /C calc'!A0", "007", "03/04/2024"],
    [null, null, null],
    ["نورا", 45385, 45385],
  ]);
  expect(await readPeopleFile(bytes)).toEqual({
    ok: true,
    table: {
      header: HEADER,
      rows: [
        { row: 2, cells: ["Zoë 👩🏽‍🚀", "1001", "2024-04-03"] },
        { row: 3, cells: ["=cmd|' /C calc'!A0", "007", "03/04/2024"] },
        { row: 5, cells: ["نورا", "45385", "45385"] },
      ],
    },
  });
});

test("takes the sheet with people, not the cover", async () => {
  const bytes = await workbook([["How to use this file"], ["1"]], [HEADER, ["Ana", 1, null]]);
  const result = await readPeopleFile(bytes);
  expect(result.ok && result.table.rows).toEqual([{ row: 2, cells: ["Ana", "1"] }]);
});

test("refuses damaged workbooks and other archives", async () => {
  const bytes = await workbook([HEADER, ["Ana", 1, null]]);
  const reasonOf = async (file: Buffer) => {
    const result = await readPeopleFile(file);
    return result.ok ? "none" : result.reason;
  };
  expect(await reasonOf(bytes.subarray(0, bytes.length / 2))).toMatch(/^file-(damaged|type)/);
  expect(await reasonOf(zip("word/document.xml", "<w/>"))).toBe("file-type-unknown");
  expect(await reasonOf(zip("xl/workbook.xml", "<workbook/>"))).toBe("file-damaged");
  expect(await reasonOf(Buffer.from("PK\x03\x04 and then nothing of the kind"))).toMatch(/^file-/);
});

test("refuses an archive that unpacks to more than fits, without unpacking it all", async () => {
  const bomb = zip("xl/worksheets/sheet1.xml", Buffer.alloc(200 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(await readPeopleFile(bomb)).toEqual({ ok: false, reason: "file-too-large" });
});

test.each([
  ['<row r="999999999"><c r="A999999999"/></row>', "file-too-many-rows"],
  ['<row r="2"><c r="XFD2"/></row>', "file-too-many-columns"],
])("refuses a sheet with a cell far outside: %s", async (rows, reason) => {
  const sheet = zip("xl/worksheets/sheet1.xml", `<worksheet><sheetData>${rows}</sheetData>`);
  expect(await readPeopleFile(sheet)).toEqual({ ok: false, reason });
});

/** An archive of one entry, as small as the format allows. */
function zip(name: string, content: Buffer | string): Buffer {
  const packed = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(Buffer.byteLength(content), 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), packed]);
}
