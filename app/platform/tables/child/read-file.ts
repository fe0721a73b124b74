import type { TableTail } from "../messages.ts";
import { decodeText } from "./decode-text.ts";
import { kindOfBytes, kindOfText } from "./kind-of-file.ts";
import { readCsv } from "./read-csv.ts";
import type { TableTaker } from "./rows/table-taker.ts";
import { Unreadable } from "./rows/unreadable.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

const ZIP = Buffer.from("PK\x03\x04", "latin1");

/**
 * Reads the rows of a CSV or XLSX file. What it is shows in its bytes; its name is not asked.
 * @throws Unreadable
 */
export async function readFile(bytes: Buffer, taker: TableTaker): Promise<TableTail> {
  if (isArchive(bytes)) return { merges: await readXlsx(bytes, taker), encoding: null };
  const kind = kindOfBytes(bytes);
  if (kind) throw new Unreadable(kind);
  const decoded = decodeText(bytes, taker.choices?.encoding);
  if (!decoded.ok) throw new Unreadable("file-binary");
  const { text, encoding: name, finding } = decoded;
  const other = kindOfText(text);
  if (other) throw new Unreadable(other);
  readCsv(text, taker.limits, taker.add);
  return { merges: [], encoding: { name, finding } };
}

/** Whether it begins like a workbook of today, or like any other archive. */
export function isArchive(bytes: Buffer): boolean {
  return bytes.subarray(0, ZIP.length).equals(ZIP);
}
