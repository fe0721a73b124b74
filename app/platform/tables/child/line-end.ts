const [QUOTE, RETURN, FEED] = Buffer.from('"\r\n');
const SEPARATORS = new Set(Buffer.from(",;\t|"));

/**
 * How the lines of a CSV text end: the first end that stands in no quoted cell counts for all. The parser can find it
 * out by itself, yet takes seconds to when the first line is long.
 */
export function lineEndOf(body: Buffer): "\r\n" | "\n" | "\r" {
  let quoted = false;
  /** At the beginning of a cell, or after a quotation mark that may be the first of a doubled one. */
  let mayOpen = true;
  for (const [at, byte] of body.entries()) {
    if (quoted) {
      if (byte === QUOTE) [quoted, mayOpen] = [false, true];
    } else if (byte === QUOTE && mayOpen) {
      quoted = true;
    } else if (byte === FEED) {
      return "\n";
    } else if (byte === RETURN) {
      return body[at + 1] === FEED ? "\r\n" : "\r";
    } else {
      mayOpen = SEPARATORS.has(byte);
    }
  }
  return "\n";
}
