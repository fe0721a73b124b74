import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { LARGEST_FILE } from "./file-fault.ts";
import { readPeopleFile } from "./read-people-file.server.ts";

const CSV = "Name,Email\r\nZoë Müller,zoe@x.org\r\n";
const EXPECTED = {
  ok: true,
  table: { header: ["Name", "Email"], rows: [{ row: 2, cells: ["Zoë Müller", "zoe@x.org"] }] },
};

async function cellsOf(text: string): Promise<string[][] | string> {
  const result = await readPeopleFile(Buffer.from(text));
  return result.ok ? result.table.rows.map(({ cells }) => cells) : result.reason;
}

async function faultOf(bytes: Buffer | string): Promise<string> {
  const result = await readPeopleFile(Buffer.from(bytes));
  return result.ok ? "none" : result.reason;
}

test.each([
  ["utf-8", false],
  ["utf-8", true],
  ["utf-16le", false],
  ["utf-16le", true],
  ["utf-16be", false],
  ["utf-16be", true],
  ["windows-1252", false],
])("reads %s (byte order mark: %s)", async (encoding, addBOM) => {
  expect(await readPeopleFile(iconv.encode(CSV, encoding, { addBOM }))).toEqual(EXPECTED);
});

test("reads names in any script", async () => {
  const names = ["محمد بن سلمان", "נועה כהן", "王小明", "👩🏽‍🚀 Zoë", "Ştefan Łuczak"];
  const text = ["Name,Email", ...names.map((name) => `${name},a@x.org`)].join("\n");
  for (const encoding of ["utf-8", "utf-16le", "utf-16be"]) {
    const result = await readPeopleFile(iconv.encode(text, encoding, { addBOM: true }));
    expect(result.ok && result.table.rows.map(({ cells }) => cells[0])).toEqual(names);
  }
});

test.each([",", ";", "\t"])("finds out that cells are separated by %j", async (separator) => {
  const lines = [
    ["Name", "Office", "Email"],
    ['"Lima, Ana; Dr."', '"Rua 1\t2"', "a@x.org"],
    ["Bo", "", "b@x.org"],
  ];
  const text = lines.map((cells) => cells.join(separator)).join("\n");
  expect(await cellsOf(text)).toEqual([
    ["Lima, Ana; Dr.", "Rua 1\t2", "a@x.org"],
    ["Bo", "", "b@x.org"],
  ]);
});

test("prefers the separator of the header when names are written with unquoted commas", async () => {
  expect(await cellsOf("Name;Email\nLima, Ana;a@x.org\n")).toEqual([["Lima, Ana", "a@x.org"]]);
});

test("believes a first line that states the separator", async () => {
  expect(await cellsOf("sep=;\nName;Email\nAna;a@x.org\n")).toEqual([["Ana", "a@x.org"]]);
});

test("reads quoted line breaks and doubled quotes, and counts rows as a spreadsheet does", async () => {
  const text = 'Name,Office\n"Ana\r\nLima","Pier ""9"""\n\nBo,x\n';
  const result = await readPeopleFile(Buffer.from(text));
  expect(result.ok && result.table.rows).toEqual([
    { row: 2, cells: ["Ana\r\nLima", 'Pier "9"'] },
    { row: 4, cells: ["Bo", "x"] },
  ]);
});

test("a quote within text is only a quote", async () => {
  expect(await cellsOf('Name,Office\nAna "Annie" Lima,5" pipe\n')).toEqual([
    ['Ana "Annie" Lima', '5" pipe'],
  ]);
});

test("an open quote is reported with the row where it starts", async () => {
  expect(await readPeopleFile(Buffer.from('Name,Office\nAna,x\n"Bo,y\nCy,z\n'))).toEqual({
    ok: false,
    reason: "file-quote-open",
    row: 3,
  });
});

test("refuses files without people", async () => {
  expect(await faultOf("")).toBe("file-empty");
  expect(await faultOf("\uFEFF\n\n , \n")).toBe("file-empty");
  expect(await faultOf("Name,Email\n")).toBe("file-header-only");
  expect(await faultOf("Name\nAna\nBo\n")).toBe("file-one-column");
});

test("refuses 200 columns", async () => {
  const line = Array.from({ length: 200 }, (_, column) => `c${column}`).join(",");
  expect(await faultOf(`${line}\n${line}\n`)).toBe("file-too-many-columns");
});

test("refuses files of other types, whatever they are called", async () => {
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  expect(await faultOf(png)).toBe("file-binary");
  expect(await faultOf(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0]))).toBe("file-binary");
  const random = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256));
  expect(await faultOf(random)).toBe("file-binary");
  expect(await faultOf("Name,Email\nA\0na,a@x.org\n")).toBe("file-binary");
  expect(await faultOf("%PDF-1.7\n1 0 obj\n")).toBe("file-type-unknown");
  expect(await faultOf("<html><table><tr><td>Name</td></tr></table>")).toBe("file-type-unknown");
  expect(await faultOf('[{"name": "Ana"}]')).toBe("file-type-unknown");
  expect(await faultOf(Buffer.from("d0cf11e0a1b11ae1000000", "hex"))).toBe("file-old-excel");
});

test("refuses a file above the limit", async () => {
  expect(await faultOf(Buffer.alloc(LARGEST_FILE + 1, "a"))).toBe("file-too-large");
});

test("one cell of a megabyte and a line of a million cells do not get through", async () => {
  expect(await faultOf(`Name,Email\n"${"a\n".repeat(600_000)}`)).toBe("file-quote-open");
  expect(await faultOf(`Name,Email\n${",".repeat(900_000)}x\n`)).toBe("file-too-many-columns");
});
