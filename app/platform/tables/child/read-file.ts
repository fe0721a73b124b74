import { decodeText } from "./decode-text.ts";
import { readCsv } from "./read-csv.ts";
import type { TableTaker } from "./rows/table-taker.ts";
import { Unreadable } from "./rows/unreadable.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

const ZIP = Buffer.from("PK\x03\x04", "latin1");
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const OTHER_TEXT = /^\s*(?:<!doctype|<html|<\?xml|\{\\rtf|%PDF|[[{])/i;

/**
 * Reads the rows of a CSV or XLSX file. What it is shows in its bytes; its name is not asked.
 * @throws Unreadable
 */
export async function readFile(bytes: Buffer, taker: TableTaker): Promise<void> {
  if (startsWith(bytes, ZIP)) return readXlsx(bytes, taker);
  if (startsWith(bytes, OLE)) {
    // Excel wraps password-protected workbooks in the container of its old format.
    throw new Unreadable(bytes.includes(ENCRYPTED) ? "file-protected" : "file-old-excel");
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Unreadable("file-binary");
  if (OTHER_TEXT.test(decoded.text.slice(0, 200))) throw new Unreadable("file-type-unknown");
  readCsv(decoded.text, taker.limits, taker.add);
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
