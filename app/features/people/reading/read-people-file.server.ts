import { type FileTable, tableFrom } from "../domain/import/table.ts";
import { decodeText } from "./decode-text.server.ts";
import { type FileFault, LARGEST_FILE } from "./file-fault.ts";
import { readCsv } from "./read-csv.server.ts";
import { readXlsx } from "./read-xlsx.server.ts";

export type FileReading =
  | { ok: true; table: FileTable }
  /** `row` is where reading stopped, if that can be told. */
  | { ok: false; reason: FileFault; row?: number };

const ZIP = Buffer.from("PK\x03\x04", "latin1");
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const OTHER_TEXT = /^\s*(?:<!doctype|<html|<\?xml|\{\\rtf|%PDF|[[{])/i;

/** Header and rows of a CSV or XLSX file. What it is shows in its bytes; its name is not asked. */
export async function readPeopleFile(bytes: Buffer): Promise<FileReading> {
  if (bytes.length > LARGEST_FILE) return { ok: false, reason: "file-too-large" };
  if (bytes.length === 0) return { ok: false, reason: "file-empty" };
  const lines = await readLines(bytes);
  return lines.ok ? tableFrom(lines.lines) : lines;
}

async function readLines(bytes: Buffer) {
  if (startsWith(bytes, ZIP)) return readXlsx(bytes);
  // Excel wraps password-protected workbooks in the container of its old format.
  if (startsWith(bytes, OLE)) return { ok: false, reason: oleFault(bytes) } as const;
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ok: false, reason: "file-binary" } as const;
  if (OTHER_TEXT.test(decoded.text.slice(0, 200))) {
    return { ok: false, reason: "file-type-unknown" } as const;
  }
  return readCsv(decoded.text);
}

function oleFault(bytes: Buffer): FileFault {
  const encrypted = Buffer.from("EncryptedPackage", "utf16le");
  return bytes.includes(encrypted) ? "file-protected" : "file-old-excel";
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
