import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { type EncodingFinding, findEncoding, telltaleLines } from "../encoding/find-encoding.ts";

type Decoded =
  /** `finding` is null for Unicode, which says itself what it is. */
  { ok: true; text: string; encoding: string; finding: EncodingFinding | null } | { ok: false };

const TAB = 9;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const SUBSTITUTE = 26;
const SAMPLE = 4096;

/**
 * The text of a file: in UTF-8 or UTF-16 (either order, with or without a byte order mark), in the encoding asked for,
 * or in the one that makes words of its bytes. What is no text, such as a renamed picture, is refused.
 */
export function decodeText(bytes: Buffer, wanted?: string): Decoded {
  const unicode = unicodeOf(bytes);
  if (!unicode && hasControlBytes(bytes)) return { ok: false };
  const isAsked = wanted !== undefined && iconv.encodingExists(wanted);
  const finding = unicode ? null : findEncoding(telltaleLines(bytes));
  const encoding = (isAsked ? wanted : unicode) ?? finding?.encoding ?? "utf-8";
  const text = iconv.decode(bytes, encoding);
  const readable = text.isWellFormed() && !text.includes("\0");
  return readable ? { ok: true, text, encoding, finding } : { ok: false };
}

function unicodeOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  return !hasControlBytes(bytes) && isUtf8(bytes) ? "utf-8" : null;
}

/** Western text in UTF-16 has a zero in every other byte; other text has none at all. */
function unmarkedUtf16(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even === 0) return "utf-16le";
  return even > many && odd === 0 ? "utf-16be" : null;
}

function hasControlBytes(bytes: Buffer): boolean {
  const end = bytes.at(-1) === SUBSTITUTE ? bytes.length - 1 : bytes.length;
  for (let index = 0; index < end; index += 1) {
    const byte = bytes[index] ?? SPACE;
    if (byte < SPACE && !(byte >= TAB && byte <= CARRIAGE_RETURN)) return true;
  }
  return false;
}
