import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";

type Decoded = { ok: true; text: string } | { ok: false };

const TAB = 9;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const SUBSTITUTE = 26;
const SAMPLE = 4096;

/**
 * The text of a file in UTF-8, UTF-16 (either order, with or without a byte order mark) or Windows-1252.
 * Anything that is not text in one of these, such as a renamed picture, is refused.
 */
export function decodeText(bytes: Buffer): Decoded {
  const encoding = encodingOf(bytes);
  if (!encoding) return { ok: false };
  const text = iconv.decode(bytes, encoding);
  const readable = text.isWellFormed() && !text.includes("\0");
  return readable ? { ok: true, text } : { ok: false };
}

function encodingOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  if (hasControlBytes(bytes)) return null;
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
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
