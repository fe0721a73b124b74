import readWorkbook, { type CellValue } from "read-excel-file/node";
import { recogniseHeaders } from "../domain/import/recognise-headers.ts";
import { tableFrom } from "../domain/import/table.ts";
import { checkWorkbookSize } from "./check-workbook-size.server.ts";
import type { FileFault } from "./file-fault.ts";

type Lines = { ok: true; lines: string[][] } | { ok: false; reason: FileFault };

/** The lines of the sheet that looks most like a list of people, otherwise of the first sheet that holds anything. */
export async function readXlsx(bytes: Buffer): Promise<Lines> {
  const fault = checkWorkbookSize(bytes);
  if (fault) return { ok: false, reason: fault };
  try {
    const sheets = await readWorkbook(bytes, { trim: false });
    const lines = sheets.map(({ data }) => data.map((cells) => cells.map(cellText)));
    const likely = lines.find(knowsHeaders) ?? lines.find((each) => each.length > 0) ?? [];
    return { ok: true, lines: likely };
  } catch {
    // The reader throws plain errors of many kinds for archives that are no workbook; none of them is our own fault.
    return { ok: false, reason: "file-damaged" };
  }
}

function knowsHeaders(lines: string[][]): boolean {
  const result = tableFrom(lines);
  if (!result.ok) return false;
  return recogniseHeaders(result.table.header).filter((field) => field !== null).length >= 2;
}

/** The library's types name the Date constructor where it gives Date objects. */
function cellText(cell: CellValue | null): string {
  const value: unknown = cell;
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  }
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
