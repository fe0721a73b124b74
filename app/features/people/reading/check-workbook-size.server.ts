import { inflateRawSync } from "node:zlib";
import { MOST_COLUMNS, MOST_ROWS } from "../domain/import/table.ts";
import type { FileFault } from "./file-fault.ts";

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const HEADER_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
const MOST_UNPACKED = 150 * 1024 * 1024;
const FARTHEST_ROW = MOST_ROWS * 2;
const CELL = /<(?:\w+:)?(row|c)\b[^>]*?\sr\s*=\s*["']([A-Za-z]*)(\d+)["']/g;

type Entry = { name: string; content: Buffer; next: number };

/**
 * Unpacks a workbook within limits before anything else reads it: an archive of a few kilobytes can hold gigabytes, and one
 * cell far outside makes a reader fill the space between.
 */
export function checkWorkbookSize(bytes: Buffer): FileFault | null {
  try {
    return faultOf(bytes);
  } catch (error) {
    if (error instanceof RangeError || isZlibError(error)) {
      return isTooLarge(error) ? "file-too-large" : "file-damaged";
    }
    throw error;
  }
}

function faultOf(bytes: Buffer): FileFault | null {
  let left = MOST_UNPACKED;
  let names = 0;
  for (let at = 0; at + HEADER_LENGTH <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== LOCAL_HEADER) break;
    const entry = readEntry(bytes, at, left);
    if (!entry) return "file-damaged";
    if (entry.name.startsWith("xl/")) names += 1;
    left -= entry.content.length;
    if (left <= 0) return "file-too-large";
    const fault = /worksheets\/[^/]+\.xml$/i.test(entry.name) ? sheetFault(entry.content) : null;
    if (fault) return fault;
    at = entry.next;
  }
  return names === 0 ? "file-type-unknown" : null;
}

function readEntry(bytes: Buffer, at: number, left: number): Entry | null {
  const flags = bytes.readUInt16LE(at + 6);
  const method = bytes.readUInt16LE(at + 8);
  const packed = bytes.readUInt32LE(at + 18);
  const nameEnd = at + HEADER_LENGTH + bytes.readUInt16LE(at + 26);
  const name = bytes.toString("utf8", at + HEADER_LENGTH, nameEnd);
  const start = nameEnd + bytes.readUInt16LE(at + 28);
  const streamed = (flags & 8) !== 0;
  if (method === STORED && !streamed) {
    return { name, content: bytes.subarray(start, start + packed), next: start + packed };
  }
  if (method !== DEFLATED) return null;
  const { content, used } = inflate(bytes.subarray(start), left);
  const next = streamed ? afterDescriptor(bytes, start + used) : start + packed;
  return { name, content, next };
}

function inflate(packed: Buffer, left: number): { content: Buffer; used: number } {
  const options = { maxOutputLength: left, info: true };
  // With `info` the result also holds the engine, which knows where the packed data ended.
  const result: unknown = inflateRawSync(packed, options);
  const { buffer, engine } = result as { buffer: Buffer; engine: { bytesWritten: number } };
  return { content: buffer, used: engine.bytesWritten };
}

/** A streamed entry ends with its sizes, in 32 or 64 bits, with or without a mark before them. */
function afterDescriptor(bytes: Buffer, at: number): number {
  const sizes = at + (bytes.readUInt32LE(at) === DESCRIPTOR ? 4 : 0);
  const short = sizes + 12;
  const mark = short + 4 <= bytes.length ? bytes.readUInt16LE(short) : 0;
  return mark === 0x4b50 ? short : sizes + 20;
}

function sheetFault(xml: Buffer): FileFault | null {
  for (const [, , letters = "", digits] of xml.toString("latin1").matchAll(CELL)) {
    if (Number(digits) > FARTHEST_ROW) return "file-too-many-rows";
    if (letters.length > 2 && columnNumber(letters) > MOST_COLUMNS * 20) {
      return "file-too-many-columns";
    }
  }
  return null;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}

function isZlibError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}
