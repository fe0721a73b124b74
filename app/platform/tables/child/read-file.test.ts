import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { readCells, readRows } from "../testing/read-rows.ts";

const SLOW = { timeout: 30_000 };
const CSV = "Name,Email\r\nZoë Müller,zoe@x.org\r\n";

test.each([
  ["utf-8", false],
  ["utf-8", true],
  ["utf-16le", false],
  ["utf-16le", true],
  ["utf-16be", false],
  ["utf-16be", true],
  ["windows-1252", false],
])("reads %s (byte order mark: %s)", async (encoding, addBOM) => {
  expect(await readRows(iconv.encode(CSV, encoding, { addBOM }))).toEqual([
    { row: 1, cells: ["Name", "Email"] },
    { row: 2, cells: ["Zoë Müller", "zoe@x.org"] },
  ]);
});

test("reads names in any script", async () => {
  const names = ["محمد بن سلمان", "נועה כהן", "王小明", "👩🏽‍🚀 Zoë", "Ştefan Łuczak"];
  for (const encoding of ["utf-8", "utf-16le", "utf-16be"]) {
    const bytes = iconv.encode(names.join("\n"), encoding, { addBOM: true });
    expect(await readCells(bytes)).toEqual(names.map((name) => [name]));
  }
});

test.each([",", ";", "\t"])("finds out that cells are separated by %j", async (separator) => {
  const lines = [
    ["Name", "Office", "Email"],
    ['"Lima, Ana; Dr."', '"Rua 1\t2"', "a@x.org"],
    ["Bo", "", "b@x.org"],
  ];
  const text = lines.map((cells) => cells.join(separator)).join("\n");
  expect(await readCells(text)).toEqual([
    ["Name", "Office", "Email"],
    ["Lima, Ana; Dr.", "Rua 1\t2", "a@x.org"],
    ["Bo", "", "b@x.org"],
  ]);
});

test("prefers the separator of the header when names are written with unquoted commas", async () => {
  const cells = await readCells("Name;Email\nLima, Ana;a@x.org\n");
  expect(cells[1]).toEqual(["Lima, Ana", "a@x.org"]);
});

test("believes a first line that states the separator", async () => {
  const cells = await readCells("sep=;\nName;Email\nAna;a@x.org\n");
  expect(cells).toEqual([
    ["Name", "Email"],
    ["Ana", "a@x.org"],
  ]);
});

test("reads quoted line breaks and doubled quotes; counts rows as a spreadsheet does, blank ones too", async () => {
  const text = 'Name,Office\n"Ana\r\nLima","Pier ""9"""\n\n , \nBo,x,,\n';
  expect(await readRows(text)).toEqual([
    { row: 1, cells: ["Name", "Office"] },
    { row: 2, cells: ["Ana\r\nLima", 'Pier "9"'] },
    { row: 5, cells: ["Bo", "x"] },
  ]);
});

test("a quote within text is only a quote", async () => {
  const cells = await readCells('Name,Office\nAna "Annie" Lima,5" pipe\n');
  expect(cells[1]).toEqual(['Ana "Annie" Lima', '5" pipe']);
});

test(
  "an open quote is reported with the row where it starts, however much follows",
  SLOW,
  async () => {
    expect(await readRows('Name,Office\nAna,x\n"Bo,y\nCy,z\n')).toBe("file-quote-open in row 3");
    const long = "a\n".repeat(600_000);
    expect(await readRows(`Name,Office\n"${long}`)).toBe("file-quote-open in row 2");
    expect(await readRows(`Name,Office\nAna,"${long}`)).toBe("file-quote-open in row 2");
  },
);

test("a line of more than a million characters is too long", SLOW, async () => {
  const long = "a".repeat(1_100_000);
  expect(await readRows(`Name,Office\n${long}`)).toBe("file-line-too-long in row 2");
  expect(await readRows(`Name,Office\nAna,${long}`)).toBe("file-line-too-long in row 2");
});

test("of more columns than wanted only one is told, and only when something is in them", async () => {
  const limits = { rows: 10, columns: 3 };
  expect(await readRows("a,b,c,d,e\na,b,c,,\na,b,c,,e\n", limits)).toEqual([
    { row: 1, cells: ["a", "b", "c", "d"] },
    { row: 2, cells: ["a", "b", "c"] },
    { row: 3, cells: ["a", "b", "c", "e"] },
  ]);
});

test("files of other types are refused, whatever they are called", async () => {
  expect(await readRows(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"))).toBe(
    "file-binary",
  );
  expect(await readRows(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0]))).toBe("file-binary");
  const random = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256));
  expect(await readRows(random)).toBe("file-binary");
  expect(await readRows("Name,Email\nA\0na,a@x.org\n")).toBe("file-binary");
  expect(await readRows("%PDF-1.7\n1 0 obj\n")).toBe("file-pdf");
  expect(await readRows("<html><table><tr><td>Name</td></tr></table>")).toBe("file-html");
  expect(await readRows('[{"name": "Ana"}]')).toBe("file-json");
  expect(await readRows(Buffer.from("d0cf11e0a1b11ae1000000", "hex"))).toBe("file-old-excel");
});

test("takes off the apostrophe that an export of ours put before what could be a formula", async () => {
  const text = "Name,Level\n'=cmd,'-1\n''=cmd,'t Hooft\n=cmd,-1\n";
  expect(await readCells(text)).toEqual([
    ["Name", "Level"],
    ["=cmd", "-1"],
    ["'=cmd", "'t Hooft"],
    ["=cmd", "-1"],
  ]);
});
