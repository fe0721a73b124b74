import { Unreadable } from "../rows/unreadable.ts";

const LONGEST_TEXT = 1_000_000;
const ESCAPED = /_x([\da-f]{4})_/gi;

/** Gathers what stands in the `t` elements of a text, without how it is pronounced (`rPh`). */
export function richText() {
  let text = "";
  let inText = false;
  let inReading = false;
  return {
    open(name: string): void {
      if (name === "t") inText = true;
      else if (name === "rPh") inReading = true;
    },
    close(name: string): void {
      if (name === "t") inText = false;
      else if (name === "rPh") inReading = false;
    },
    add(more: string): void {
      if (inText && !inReading) text = joined(text, more);
    },
    /** The text so far, which begins anew. */
    take(): string {
      const taken = unescaped(text);
      text = "";
      return taken;
    },
  };
}

/** A text and what follows it. @throws Unreadable when that is longer than a text of a table may be */
export function joined(text: string, more: string): string {
  if (text.length + more.length > LONGEST_TEXT) throw new Unreadable("file-too-much-inside");
  return text + more;
}

/** Signs that XML may not hold are written as _x000D_ in workbooks. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
