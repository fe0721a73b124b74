import { gzipSync } from "node:zlib";
import { rowXml, sheetXml, workbook, workbookParts } from "./workbook.ts";
import { entry, repeatedEntry, type ZipEntry, zip } from "./zip.ts";

const MB = 1024 * 1024;
const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";
const [START, END] = ["<worksheet><sheetData>", "</sheetData></worksheet>"];
const ROWS = rowXml(1, ["Name", "Email"]) + rowXml(2, ["Ana", "ana@x.org"]);
/** Is passed over at once, so that only the amount is to blame. */
const REMARK = `<!--${"x".repeat(1_000)}-->`;

const repeatedTo = (text: string, bytes: number) => text.repeat(Math.ceil(bytes / text.length));

/** A sheet with a megabyte repeated so many times within its data. */
function swollen(inside: string, megabytes: number, more: Partial<ZipEntry> = {}): Buffer {
  const content = repeatedTo(inside, MB);
  return workbook([repeatedEntry(SHEET, [START, content, megabytes, END], more)]);
}

/** Files made to stop whoever reads them, made when they are asked for. `rows`: harmless when read with care. */
export const bombs: readonly { name: string; make: () => Buffer; fault: string | "rows" }[] = [
  {
    name: "a sheet of 1 GB",
    make: () => swollen(REMARK, 1024),
    fault: "file-too-much-inside",
  },
  {
    name: "a sheet of 1 GB that declares 1,000 bytes",
    make: () => swollen(" ", 1024, { size: 1000 }),
    fault: "file-damaged",
  },
  {
    name: "a sheet of a few bytes that declares 400 MB",
    make: () => workbook([entry(SHEET, sheetXml(ROWS), { size: 400 * MB })]),
    fault: "file-too-much-inside",
  },
  {
    name: "a sheet of a few bytes that declares 100 MB",
    make: () => workbook([entry(SHEET, sheetXml(ROWS), { size: 100 * MB })]),
    fault: "rows",
  },
  {
    name: "a sheet of 190 MB of nothing",
    make: () => swollen(" ", 190),
    fault: "file-too-much-inside",
  },
  { name: "a sheet of 190 MB of blank rows", make: () => blankRows(), fault: "file-damaged" },
  {
    name: "sizes of 5 GB in 64 bits",
    make: () => workbook([entry(SHEET, sheetXml(ROWS), { zip64: true, size: 5 * 1024 * MB })]),
    fault: "file-too-much-inside",
  },
  {
    name: "sizes in 64 bits",
    make: () => workbook([entry(SHEET, sheetXml(ROWS), { zip64: true })]),
    fault: "rows",
  },
  {
    name: "100,000 parts",
    make: () => workbook([sheetXml(ROWS)], manyParts(100_000)),
    fault: "file-too-much-inside",
  },
  {
    name: "text before the archive",
    make: () => Buffer.concat([Buffer.alloc(10_000, "Name,Email\n"), workbook([sheetXml(ROWS)])]),
    fault: "file-binary",
  },
  {
    name: "an archive before the archive",
    make: () => Buffer.concat([workbook([sheetXml("")]), workbook([sheetXml(ROWS)])]),
    fault: "file-damaged",
  },
  {
    name: "an archive before the archive that is told of it",
    make: () =>
      zip([...workbookParts(), entry(SHEET, sheetXml(ROWS))], { before: swollen(" ", 1024) }),
    fault: "rows",
  },
  {
    name: "200 sheets in the same bytes",
    make: () => overlapping(),
    fault: "file-too-much-inside",
  },
  {
    name: "two parts of one name",
    make: () => workbook([sheetXml(ROWS)], [entry(SHEET, sheetXml(""))]),
    fault: "file-damaged",
  },
  {
    name: "5,000 sheets",
    make: () => workbook(Array.from({ length: 5_000 }, () => sheetXml(ROWS))),
    fault: "file-too-much-inside",
  },
  {
    name: "shared texts of 80 MB",
    make: () => withStrings("<sst>", "<si><t>x</t></si>", 80, "</sst>"),
    fault: "file-too-much-inside",
  },
  {
    name: "shared texts within one another",
    make: () => withStrings("<sst>", "<si><r>", 190, "</sst>"),
    fault: "file-damaged",
  },
  {
    name: "one shared text in a million cells",
    make: () => manyTimes(),
    fault: "file-too-much-inside",
  },
  {
    name: "a cell of 500 MB",
    make: () => oneCell(500),
    fault: "file-too-much-inside",
  },
  { name: "a cell of 150 MB", make: () => oneCell(150), fault: "file-too-much-inside" },
  {
    name: "a cell of 150 MB in pieces",
    make: () => inPieces(),
    fault: "file-too-much-inside",
  },
  {
    name: "a cell in the last column",
    make: () => workbook([sheetXml(lastColumn())]),
    fault: "rows",
  },
  {
    name: "every column filled, in many rows",
    make: () => workbook([sheetXml(wide())]),
    fault: "rows",
  },
  {
    name: "a cell in the last row",
    make: () => workbook([sheetXml(ROWS + rowXml(1_048_576, ["Zoe", "zoe@x.org"]))]),
    fault: "rows",
  },
  {
    name: "a row beyond the last",
    make: () => workbook([sheetXml(ROWS + rowXml(999_999_999, ["Zoe"]))]),
    fault: "file-damaged",
  },
  {
    name: "cells that are opened and never closed",
    make: () => swollen("<c ", 150),
    fault: "file-too-much-inside",
  },
  {
    name: "cells that are opened within one another",
    make: () => swollen("<c>", 150),
    fault: "file-damaged",
  },
  {
    name: "quotation marks that are never closed",
    make: () => swollen(`<c r="><c r='>`, 150),
    fault: "file-damaged",
  },
  {
    name: "comments that are never closed",
    make: () => swollen("<!-- ", 150),
    fault: "file-too-much-inside",
  },
  {
    name: "a cell of a million attributes",
    make: () => attributes(),
    fault: "file-too-much-inside",
  },
  { name: "entities that multiply", make: () => laughs(), fault: "file-damaged" },
  { name: "formats that are slow to take apart", make: () => formats(), fault: "rows" },
  {
    name: "a workbook cut short",
    make: () => workbook([sheetXml(ROWS)]).subarray(0, -30),
    fault: "file-damaged",
  },
  {
    name: "a protected part",
    make: () => workbook([entry(SHEET, sheetXml(ROWS), { encrypted: true })]),
    fault: "file-protected",
  },
  {
    name: "a compressed file under another name",
    make: () => gzipSync("Name,Email\nAna,ana@x.org\n"),
    fault: "file-binary",
  },
  { name: "no bytes at all", make: () => Buffer.alloc(0), fault: "file-empty" },
  { name: "a line of 10 MB", make: () => Buffer.alloc(10 * MB, "x"), fault: "file-line-too-long" },
  {
    name: "a line of a million cells",
    make: () => Buffer.from(`Name,Email\n${"a,".repeat(500_000)}\n`),
    fault: "rows",
  },
  {
    name: "a line of ten million cells",
    make: () => Buffer.alloc(20 * MB, "a,"),
    fault: "file-line-too-long",
  },
  {
    name: "a quotation mark that is never closed",
    make: () => Buffer.from(`Name,Email\n"${"a\n".repeat(5 * MB)}`),
    fault: "file-quote-open",
  },
  {
    name: "nothing but quotation marks",
    make: () => Buffer.alloc(25 * MB, '"'),
    fault: "file-quote-open",
  },
  { name: "nothing but line ends", make: () => Buffer.alloc(4 * MB, "\n"), fault: "rows" },
  {
    name: "ten million lines",
    make: () => Buffer.alloc(25 * MB, "a\n"),
    fault: "file-too-many-rows",
  },
  {
    name: "25 MB of UTF-16",
    make: () => Buffer.alloc(25 * MB, Buffer.from("a,b\n", "utf16le")),
    fault: "file-too-many-rows",
  },
];

function blankRows(): Buffer {
  return swollen("<row></row>", 190);
}

function manyParts(count: number): ZipEntry[] {
  const empty = entry("", "");
  return Array.from({ length: count }, (_, index) => ({ ...empty, name: `xl/media/${index}.png` }));
}

function overlapping(): Buffer {
  const first = repeatedEntry(SHEET, [START, repeatedTo(REMARK, MB), 10, END]);
  const sheets = Array.from({ length: 199 }, (_, index) => ({
    ...first,
    name: `xl/worksheets/sheet${index + 2}.xml`,
    sameAs: 2,
  }));
  return zip([...workbookParts(200), first, ...sheets]);
}

function withStrings(start: string, repeated: string, megabytes: number, end: string): Buffer {
  const content = repeatedTo(repeated, MB);
  return workbook([sheetXml(ROWS)], [repeatedEntry(STRINGS, [start, content, megabytes, end])]);
}

/** A text of 30,000 characters in every cell of 50,000 rows. */
function manyTimes(): Buffer {
  const strings = entry(STRINGS, `<sst><si><t>${"x".repeat(30_000)}</t></si></sst>`);
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(20)}</row>`;
  return workbook([repeatedEntry(SHEET, [START, row, 50_000, END])], [strings]);
}

function oneCell(megabytes: number): Buffer {
  const [start, end] = [`${START}<row><c t="str"><v>`, `</v></c></row>${END}`];
  return workbook([repeatedEntry(SHEET, [start, "x".repeat(MB), megabytes, end])]);
}

function inPieces(): Buffer {
  const [start, end] = [`${START}<row><c t="str"><v>`, `</v></c></row>${END}`];
  const pieces = repeatedTo(`${"x".repeat(1_000)}<!---->`, MB);
  return workbook([repeatedEntry(SHEET, [start, pieces, 150, end])]);
}

function lastColumn(): string {
  return `${ROWS}<row r="3"><c r="XFD3" t="str"><v>x</v></c></row>`;
}

/** 100 rows in which all of 16,384 columns are filled: cells without a place follow the one before. */
function wide(): string {
  const row = `<row>${"<c><v>1</v></c>".repeat(16_384)}</row>`;
  return row.repeat(100);
}

function attributes(): Buffer {
  const many = Array.from({ length: 2_000_000 }, (_, index) => `a${index}=""`).join(" ");
  return workbook([sheetXml(`<row><c ${many}></c></row>`)]);
}

function laughs(): Buffer {
  const entities = Array.from(
    { length: 20 },
    (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
  );
  const type = `<!DOCTYPE sst [<!ENTITY l0 "lol">${entities.join("")}]>`;
  const strings = `${type}<sst><si><t>&l20;</t></si></sst>`;
  return workbook([sheetXml(`<row><c t="s"><v>0</v></c></row>`)], [entry(STRINGS, strings)]);
}

function formats(): Buffer {
  const codes = ["[", '"', "\\", "s", "[h"].map(
    (mark, index) =>
      `<numFmt numFmtId="${200 + index}" formatCode="${mark.repeat(150_000).replaceAll('"', "&quot;")}"/>`,
  );
  const cells = codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`);
  const styles = `<styleSheet>${codes.join("")}<cellXfs>${cells.join("")}</cellXfs></styleSheet>`;
  return workbook([sheetXml(ROWS)], [entry("xl/styles.xml", styles)]);
}
