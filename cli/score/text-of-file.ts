import { isAscii } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import iconv from "iconv-lite";
import { kindOfBytes, kindOfText } from "../../app/platform/tables/child/kind-of-file.ts";
import { separatorOf } from "../../app/platform/tables/child/read-csv.ts";
import { isArchive } from "../../app/platform/tables/child/read-file.ts";
import { findEncoding, telltaleLines } from "../../app/platform/tables/encoding/find-encoding.ts";
import type { ReadingFault } from "../../app/platform/tables/reading-fault.ts";

/** What a file is, told from its bytes as the people import tells it. */
export type FileKind =
  | { kind: "workbook" }
  | { kind: "other"; fault: ReadingFault }
  | {
      kind: "text";
      size: number;
      encoding: string;
      /** What else would make words of it, where that can't be told. */
      doubt: string[];
      separator: string;
      /** Whether its first line only says what separates cells. */
      stated: boolean;
    };

const CHUNK = 1 << 20;
const START = 64 * 1024;
const TELLTALE = 64 * 1024;

/** Looks through a file once: only the start of it and what tells its encoding stay in memory. */
export async function kindOfFile(file: string, wanted?: string): Promise<FileKind> {
  const { size, start } = await startOf(file);
  if (isArchive(start)) return { kind: "workbook" };
  const fault = kindOfBytes(start);
  if (fault) return { kind: "other", fault };
  const found =
    wanted === undefined ? await encodingOf(file, start) : { encoding: wanted, doubt: [] };
  const text = iconv.decode(start, found.encoding);
  if (text.includes("\0")) return { kind: "other", fault: "file-binary" };
  const other = kindOfText(text);
  if (other) return { kind: "other", fault: other };
  // The last line of the sample may be cut within a cell.
  const whole = size > start.length ? text.slice(0, text.lastIndexOf("\n") + 1) || text : text;
  const { separator, statedIn } = separatorOf(whole);
  return { kind: "text", size, ...found, separator, stated: statedIn > 0 };
}

async function startOf(file: string): Promise<{ size: number; start: Buffer }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(START), 0, START, 0);
    return { size, start: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}

async function encodingOf(
  file: string,
  start: Buffer,
): Promise<{ encoding: string; doubt: string[] }> {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", doubt: [] };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", doubt: [] };
  const telltale = await notUtf8(file);
  if (telltale === null) return { encoding: "utf-8", doubt: [] };
  const { encoding, certain, readings } = findEncoding(telltale);
  return { encoding, doubt: certain ? [] : readings.slice(1).map((each) => each.encoding) };
}

/** The lines beyond ASCII of a file that is not UTF-8; null for one that is. */
async function notUtf8(file: string): Promise<Buffer | null> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const lines: Buffer[] = [];
  let [isUtf8, isOpen, length] = [true, false, 0];
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
    const bytes = chunk as Buffer;
    if (isAscii(bytes) && !isOpen) continue;
    if (length < TELLTALE) {
      const telltale = telltaleLines(bytes, TELLTALE - length);
      lines.push(telltale);
      length += telltale.length;
    }
    isUtf8 &&= decodes(decoder, bytes);
    isOpen = true;
    if (!isUtf8 && length >= TELLTALE) break;
  }
  isUtf8 &&= !isOpen || decodes(decoder, undefined);
  return isUtf8 ? null : Buffer.concat(lines);
}

function decodes(decoder: TextDecoder, bytes: Buffer | undefined): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}
