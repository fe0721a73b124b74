import { entry, type ZipEntry, zip } from "./zip.ts";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A sheet as XML, around its rows. */
export function sheetXml(rows: string): string {
  return `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
}

/** A row whose cells hold their text themselves. */
export function rowXml(row: number, cells: string[]): string {
  const written = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`);
  return `<row r="${row}">${written.join("")}</row>`;
}

/** The parts that lead to so many sheets, "xl/worksheets/sheet1.xml" and so on, without these. */
export function workbookParts(sheets = 1, workbookPr = ""): ZipEntry[] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const listed = numbers.map((n) => `<sheet name="Sheet ${n}" sheetId="${n}" r:id="r${n}"/>`);
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = [
    ...numbers.map((n) => relation(`r${n}`, "worksheet", `worksheets/sheet${n}.xml`)),
    relation("styles", "styles", "styles.xml"),
    relation("strings", "sharedStrings", "sharedStrings.xml"),
  ];
  return [
    entry(
      "xl/workbook.xml",
      `<workbook>${workbookPr}<sheets>${listed.join("")}</sheets></workbook>`,
    ),
    entry("xl/_rels/workbook.xml.rels", `<Relationships>${relations.join("")}</Relationships>`),
  ];
}

/** A workbook of these sheets, as XML or as entries made by hand, and further parts. */
export function workbook(
  sheets: (string | ZipEntry)[],
  parts: ZipEntry[] = [],
  workbookPr = "",
): Buffer {
  const entries = sheets.map((sheet, index) =>
    typeof sheet === "string" ? entry(`xl/worksheets/sheet${index + 1}.xml`, sheet) : sheet,
  );
  return zip([...workbookParts(sheets.length, workbookPr), ...parts, ...entries]);
}
