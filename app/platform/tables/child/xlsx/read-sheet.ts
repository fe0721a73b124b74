import type { Merge } from "../../messages.ts";
import { Unreadable } from "../rows/unreadable.ts";
import { cellText, type Lookups } from "./cell-text.ts";
import { isTrue } from "./read-workbook.ts";
import { readXml } from "./read-xml.ts";
import { joined, richText } from "./rich-text.ts";

/** The last row and column a sheet can have. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const MOST_MERGES = 200_000;
const MERGED = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/;

/**
 * Reads the rows of a sheet in the order of the sheet; cells that are not written are holes in a row, and rows that are
 * not written do not come. `add` says whether to go on. @returns what is merged over several rows, if it came so far.
 * @throws Unreadable
 */
export async function readSheet(
  sheet: AsyncIterable<Uint8Array>,
  lookups: Lookups,
  add: (row: number, cells: string[], hidden: boolean) => boolean,
): Promise<Merge[]> {
  const merges: Merge[] = [];
  let inData = false;
  let row = 0;
  let hidden = false;
  let cells: string[] = [];
  let column = 0;
  let cell: { type: string; style: number } | null = null;
  let value = "";
  let inValue = false;
  const inline = richText();
  await readXml(sheet, (stop) => ({
    open: (name, attributes) => {
      if (name === "sheetData") inData = true;
      else if (name === "mergeCell") addMerge(merges, attributes().ref ?? "");
      else if (!inData) return;
      else if (name === "c") {
        const { r, t = "n", s = "0" } = attributes();
        column = r === undefined ? column + 1 : columnOf(r);
        if (column > LAST_COLUMN) throw new Unreadable("file-damaged");
        cell = { type: t, style: Number(s) };
        value = "";
      } else if (name === "row") {
        const { r: next, hidden: isHidden, ht } = attributes();
        hidden = isTrue(isHidden) || Number(ht ?? 1) === 0;
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
      if (name === "mergeCells" || name === "worksheet") stop();
      if (!inData) return;
      if (name === "c" && cell) {
        const text = cellText({ ...cell, value, inline: inline.take() }, lookups);
        if (text !== "") cells[column - 1] = text;
        cell = null;
      } else if (name === "row") {
        if (!add(row, cells, hidden)) stop();
      } else if (name === "v") inValue = false;
      else if (name === "sheetData") inData = false;
      else inline.close(name);
    },
  }));
  return merges;
}

function addMerge(merges: Merge[], cells: string): void {
  const [, column, first, last] = MERGED.exec(cells) ?? [];
  if (column === undefined || !(Number(last) > Number(first))) return;
  merges.push({ top: Number(first), left: columnOf(column), bottom: Number(last) });
  if (merges.length > MOST_MERGES) throw new Unreadable("file-too-much-inside");
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
