import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { rowXml, sheetXml, workbook } from "~/platform/tables/testing/workbook.ts";
import { entry, zip } from "~/platform/tables/testing/zip.ts";
import { caseFile, HEADER, peopleIn, planFile } from "../testing/case-files.ts";

const WORKBOOK_HEADER = rowXml(1, HEADER.split(","));
const ada = (row: number, id = "C01") => rowXml(row, [id, "Ada Quay", `${id}@case.example`]);

/** The sheets of a workbook, by name; those with a star are hidden. */
function named(sheets: Record<string, string>): Buffer {
  const names = Object.keys(sheets);
  const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
  const list = names.map((name, at) => {
    const state = name.startsWith("*") ? ' state="veryHidden"' : "";
    return `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="r${at}"/>`;
  });
  const relations = names.map(
    (_, at) => `<Relationship Id="r${at}" Type="${kind}" Target="worksheets/sheet${at}.xml"/>`,
  );
  return zip([
    entry("xl/workbook.xml", `<workbook><sheets>${list.join("")}</sheets></workbook>`),
    entry("xl/_rels/workbook.xml.rels", `<Relationships>${relations.join("")}</Relationships>`),
    ...Object.values(sheets).map((rows, at) =>
      entry(`xl/worksheets/sheet${at}.xml`, sheetXml(rows)),
    ),
  ]);
}
test("the first sheet that can be seen and holds people is read; each other one is named", async () => {
  const result = await planFile(caseFile("hidden-old-sheet-first.xlsx"));
  expect(peopleIn(result)).toMatchObject([{ name: "Ada Quay" }, { name: "Ben Pier" }]);
  expect(result).toMatchObject({
    questions: [],
    source: {
      sheets: [
        { name: "Read me", read: false, hidden: false },
        { name: "Old 2019", read: false, hidden: true },
        { name: "Current", read: true, hidden: false },
      ],
    },
  });
});

test("where more than one sheet may be meant, it is asked, and the answer is read", async () => {
  const rows = WORKBOOK_HEADER + ada(2);
  const two = named({ North: rows, South: WORKBOOK_HEADER + ada(2, "C02") });
  expect(await planFile(two)).toMatchObject({ questions: [{ code: "sheet" }] });
  const answered = await planFile(two, { answers: { sheet: "South" } });
  expect(answered).toMatchObject({ questions: [], new: [{ employeeId: "C02" }] });
  const typo = await planFile(two, { answers: { sheet: "Suoth" } });
  expect(typo).toMatchObject({ questions: [{ code: "sheet" }] });
  const hidden = named({ Cover: rowXml(1, ["Our people"]), "*List": rows });
  expect(await planFile(hidden, { answers: { sheet: "*List" } })).toMatchObject({
    new: [{ name: "Ada Quay" }],
  });
  const empty = named({ List: rows, "Sheet 2": "", "Sheet 3": "" });
  expect(await planFile(empty)).toMatchObject({ questions: [] });
});

test("hidden rows are counted and asked about", async () => {
  const result = await planFile(caseFile("filtered-hidden-row.xlsx"));
  expect(result).toMatchObject({ questions: [{ code: "hidden-rows", rows: [3] }] });
  const flat = `<row r="2" ht="0" customHeight="1">${ada(2).slice('<row r="2">'.length)}`;
  expect(
    await planFile(workbook([sheetXml(WORKBOOK_HEADER + flat + ada(3, "C02"))])),
  ).toMatchObject({ questions: [{ code: "hidden-rows", rows: [2] }] });
});

test("Central European and Japanese letters are read rightly", async () => {
  expect(peopleIn(await planFile(caseFile("windows-1250.csv")))).toMatchObject([
    { name: "Małgorzata Wójcik", department: "Księgowość" },
    { name: "Žofie Šťastná", department: "Účetní" },
  ]);
  expect(peopleIn(await planFile(caseFile("shift-jis.csv")))).toMatchObject([
    { name: "山田太郎", department: "営業部" },
  ]);
});

test("letters that can be read in several ways are asked about, and read as answered", async () => {
  const bytes = iconv.encode(`${HEADER}\nC01,Hélène Roy,h@x.org\n`, "windows-1252");
  expect(await planFile(bytes)).toMatchObject({ questions: [{ code: "encoding" }] });
  const answered = await planFile(bytes, { answers: { encoding: "windows-1250" } });
  expect(answered).toMatchObject({ questions: [], new: [{ name: "Hélčne Roy" }] });
});

test("cells without references are read", async () => {
  expect(peopleIn(await planFile(caseFile("cells-without-references.xlsx")))).toMatchObject([
    { name: "Ada Quay", employeeId: "C01", email: "ada@case.example" },
  ]);
});

test.each([
  ["salesforce-html.xls", "file-html"],
  ["binary.xlsb", "file-binary-excel"],
])("%s is named for what it is", async (name, reason) => {
  expect(await planFile(caseFile(name))).toEqual({ refused: reason });
});

test.each([
  [
    "an XML spreadsheet",
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    "file-xml-spreadsheet",
  ],
  ["a table alone", "\n<table border=1><tr><td>Name</td></tr></table>", "file-html"],
  ["a page with a doctype", "<!DOCTYPE html PUBLIC '-//W3C//DTD'><html>", "file-html"],
  [
    "a page as XML",
    '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">',
    "file-html",
  ],
  ["a page after a comment", "<!-- made - by -- x --><HTML><body>", "file-html"],
  ["a web archive", "MIME-Version: 1.0\nContent-Type: multipart/related", "file-web-archive"],
  ["JSON", '{"people": []}', "file-json"],
  ["rich text", "{\\rtf1\\ansi Name}", "file-word"],
  ["a PDF", "%PDF-1.4\n", "file-pdf"],
  ["SYLK", "ID;PWXL;N;E\r\nP;PGeneral\r\n", "file-old-excel"],
  ["Excel 4", Buffer.from("0904060000001000a1", "hex"), "file-old-excel"],
  [
    "OpenDocument",
    zip([entry("mimetype", "x"), entry("content.xml", "<x/>")]),
    "file-opendocument",
  ],
  ["Numbers", zip([entry("Index/Document.iwa", "x")]), "file-numbers"],
  ["a packed CSV", zip([entry("people.csv", "Name,Email")]), "file-zip"],
])("%s is named for what it is", async (_, content, reason) => {
  expect(await planFile(content)).toEqual({ refused: reason });
});

test("a column called ID;Person is no SYLK, and a name in brackets no JSON", async () => {
  expect(peopleIn(await planFile("ID;Person\n1;Ada Quay\n"))).toMatchObject([{ name: "Ada Quay" }]);
  expect(peopleIn(await planFile("[ID],[Name]\n1,Ada Quay\n"))).toMatchObject([
    { name: "Ada Quay" },
  ]);
});

test("merged cells fill down, as far as they are merged", async () => {
  const result = await planFile(caseFile("merged-department-cells.xlsx"));
  expect(peopleIn(result)).toMatchObject([
    { name: "Ada Quay", department: "Operations" },
    { name: "Ben Pier", department: "Operations" },
    { name: "Cem Dock", department: "Operations" },
  ]);
  expect(result).toMatchObject({ source: { filledDown: { cells: 2, rows: [3, 4] } } });
});
