import { Unreadable } from "../rows/unreadable.ts";
import { readXml } from "./read-xml.ts";
import { richText } from "./rich-text.ts";

const MOST_STRINGS = 4_000_000;

/** The texts that cells name by number, from 0. @throws Unreadable */
export async function readSharedStrings(parts: AsyncIterable<Uint8Array>): Promise<string[]> {
  const strings: string[] = [];
  const current = richText();
  await readXml(parts, () => ({
    open: current.open,
    text: current.add,
    close: (name) => {
      current.close(name);
      if (name !== "si") return;
      strings.push(current.take());
      if (strings.length > MOST_STRINGS) throw new Unreadable("file-too-much-inside");
    },
  }));
  return strings;
}
