/** What a part of a form says of itself; `fileName` only for files. */
export type PartHead = { name: string; fileName: string | null };

/** Is told of each part as it comes. `content` is called any number of times for one part. */
export type PartTaker = { head(part: PartHead): void; content(bytes: Buffer): void };

const LONGEST_HEAD = 8 * 1024;
const MOST_PARTS = 50;
const BOUNDARY =
  /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70})(?=[\s;]|$))/i;
const END_OF_HEAD = Buffer.from("\r\n\r\n");
const LINE_END = Buffer.from("\r\n");
const CLOSE = Buffer.from("--");

/** What separates the parts of a form with this content type; null when it is none. */
export function boundaryOf(contentType: string): string | null {
  const found = BOUNDARY.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * Reads a form part by part as it arrives (RFC 7578). Holds back a few kilobytes at most: what becomes of the parts is
 * for `taker` to decide.
 * @returns false when it is broken: it ends early, has too many parts, or one that does not say what it is.
 */
export async function readParts(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  taker: PartTaker,
): Promise<boolean> {
  const separator = Buffer.from(`\r\n--${boundary}`);
  // The first separator has no line before it.
  let held = Buffer.from(LINE_END);
  let state: "before" | "separated" | "head" | "content" | "after" = "before";
  let parts = 0;
  for await (const chunk of body) {
    held = Buffer.concat([held, chunk]);
    for (let more = true; more; ) {
      if (state === "before" || state === "content") {
        const at = held.indexOf(separator);
        const end = at < 0 ? Math.max(0, held.length - separator.length + 1) : at;
        if (state === "content" && end > 0) taker.content(held.subarray(0, end));
        held = held.subarray(at < 0 ? end : at + separator.length);
        if (at < 0) more = false;
        else state = "separated";
      } else if (state === "separated") {
        if (held.length < 2) more = false;
        else if (held.subarray(0, 2).equals(CLOSE)) state = "after";
        else if (held.subarray(0, 2).equals(LINE_END)) state = "head";
        else return false;
      } else if (state === "head") {
        // Still begins with the end of the separator's line, so that a part without any lines ends here as well.
        const at = held.indexOf(END_OF_HEAD);
        if (at > LONGEST_HEAD || (at < 0 && held.length > LONGEST_HEAD)) return false;
        const head = at < 0 ? null : headOf(held.subarray(0, at).toString());
        if (at >= 0 && (!head || ++parts > MOST_PARTS)) return false;
        if (!head) more = false;
        else {
          taker.head(head);
          held = held.subarray(at + END_OF_HEAD.length);
          state = "content";
        }
      } else {
        held = Buffer.alloc(0);
        more = false;
      }
    }
  }
  return state === "after";
}

function headOf(lines: string): PartHead | null {
  const line = lines.split("\r\n").find((each) => /^content-disposition\s*:/i.test(each));
  const name = line && parameterOf(line, "name");
  return typeof name === "string" ? { name, fileName: parameterOf(line ?? "", "filename") } : null;
}

/** Browsers write a quotation mark or a line break within a name as in an address. */
function parameterOf(line: string, parameter: "name" | "filename"): string | null {
  const found = new RegExp(`;\\s*${parameter}=(?:"([^"]*)"|([^\\s;"]+))`, "i").exec(line);
  const written = found?.[1] ?? found?.[2];
  return written?.replace(/%(22|0A|0D)/gi, (escaped) => decodeURIComponent(escaped)) ?? null;
}
