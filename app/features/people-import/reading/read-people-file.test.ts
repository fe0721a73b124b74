import { expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { readPeopleFile } from "./read-people-file.server.ts";

const SCOPE = { organisationId: "here" };
const HEADER = ["Name", "Employee Id", "Start date"];

type Cell = string | number | null;

function workbook(...sheets: Cell[][][]): Promise<Buffer> {
  const data = sheets.map((rows, index) => ({
    sheet: `Sheet ${index + 1}`,
    data: rows.map((cells) => cells.map((value) => (value === null ? null : { value }))),
  }));
  return writeWorkbook(data).toBuffer();
}

async function faultOf(text: string): Promise<string> {
  const result = await readPeopleFile(SCOPE, Buffer.from(text));
  return result.ok ? "none" : result.reason;
}

test("header and rows come from the first filled lines, with the numbers a spreadsheet shows", async () => {
  const text = "\n , \nName,Email\nZoë Müller,zoe@x.org\n\nBo,b@x.org\n";
  expect(await readPeopleFile(SCOPE, Buffer.from(text))).toMatchObject({
    ok: true,
    table: {
      header: ["Name", "Email"],
      rows: [
        { row: 4, cells: ["Zoë Müller", "zoe@x.org"] },
        { row: 6, cells: ["Bo", "b@x.org"] },
      ],
    },
  });
});

test("takes the sheet with people, not the cover", async () => {
  const bytes = await workbook(
    [["How to use this file"], ["1"]],
    [["Staff list 2025"], HEADER, ["Ana", 1, null]],
    [HEADER, ["Bo", 2, null]],
  );
  const result = await readPeopleFile(SCOPE, bytes);
  expect(result.ok && result.table).toEqual({
    header: HEADER,
    rows: [{ row: 3, cells: ["Ana", "1"] }],
  });
});

test("takes the first sheet that holds anything when none is recognised", async () => {
  const rows = [
    ["Navn X", "Noget"],
    ["Ana", "a@x.org"],
  ];
  const result = await readPeopleFile(SCOPE, await workbook([], rows, [["Autre", "chose"]]));
  expect(result.ok && result.table.header).toEqual(["Navn X", "Noget"]);
});

test("refuses files without people, too wide, too long, or broken", {
  timeout: 120_000,
}, async () => {
  expect(await faultOf("")).toBe("file-empty");
  expect(await faultOf("\uFEFF\n\n , \n")).toBe("file-empty");
  expect(await faultOf("Name,Email\n")).toBe("file-header-only");
  expect(await faultOf("Name\nAna\nBo\n")).toBe("file-one-column");
  const line = Array.from({ length: 200 }, (_, column) => `c${column}`).join(",");
  expect(await faultOf(`${line}\n${line}\n`)).toBe("file-too-many-columns");
  expect(await faultOf(`Name,Email\n${",".repeat(900_000)}x\n`)).toBe("file-too-many-columns");
  expect(await faultOf(`Name,Email\n${"Ana,a@x.org\n".repeat(50_001)}`)).toBe("file-too-many-rows");
  expect(await faultOf('Name,Email\n"Ana,x\n')).toBe("file-quote-open");
  expect(await faultOf("PK\x03\x04 and then nothing of the kind")).toBe("file-damaged");
});

test("50,000 people are not too many, with titles above and blank lines between", {
  timeout: 120_000,
}, async () => {
  const text = `Staff\n\nName,Email\n${"Ana,a@x.org\n\n".repeat(50_000)}`;
  const result = await readPeopleFile(SCOPE, Buffer.from(text));
  expect(result.ok && result.table.rows).toHaveLength(50_000);
  expect(result.ok && result.table.rows.at(-1)?.row).toBe(100_002);
});
