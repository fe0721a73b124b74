import { Unreadable } from "../rows/unreadable.ts";
import { cellText, type Lookups } from "./cell-text.ts";
import { readXml } from "./read-xml.ts";
import { joined, richText } from "./rich-text.ts";

/** The last row and column a sheet can have. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/**
 * Reads the rows of a sheet in the order of the sheet; cells that are not written are holes in a row, and rows that are not
 * written do not come. `add` says whether to go on.
 * @throws Unreadable
 */
export async function readSheet(
  sheet: AsyncIterable<Uint8Array>,
  lookups: Lookups,
  add: (row: number, cells: string[]) => boolean,
): Promise<void> {
  let inData = false;
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let cell: { type: string; style: number } | null = null;
  let value = "";
  let inValue = false;
  const inline = richText();
  await readXml(sheet, (stop) => ({
    open: (name, attributes) => {
      if (name === "sheetData") inData = true;
      else if (!inData) return;
      else if (name === "c") {
        const { r, t = "n", s = "0" } = attributes();
        column = r === undefined ? column + 1 : columnOf(r);
        if (column > LAST_COLUMN) throw new Unreadable("file-damaged");
        cell = { type: t, style: Number(s) };
        value = "";
      } else if (name === "row") {
        const next = attributes().r;
        row = rowAfter(row, next === undefined ? row + 1 : Number(next));
        cells = [];
        column = 0;
      } else if (name === "v") inValue = true;
      else inline.open(name);
    },
    text: (text) => {
      if (inValue) value = joined(value, text);
      else inline.add(text);
    },
    close: (name) => {
      if (!inData) return;
      if (name === "c" && cell) {
        const text = cellText({ ...cell, value, inline: inline.take() }, lookups);
        if (text !== "") cells[column - 1] = text;
        cell = null;
      } else if (name === "row") {
        if (!add(row, cells)) stop();
      } else if (name === "v") inValue = false;
      else if (name === "sheetData") stop();
      else inline.close(name);
    },
  }));
}

/** Rows come in order: a second row with one number would hide the first. */
function rowAfter(last: number, row: number): number {
  if (row > last && row <= LAST_ROW) return row;
  throw new Unreadable("file-damaged");
}

/** The column of a cell such as "AB12", from 1. */
function columnOf(cell: string): number {
  let column = 0;
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > LAST_COLUMN) break;
  }
  if (column === 0) throw new Unreadable("file-damaged");
  return column;
}
