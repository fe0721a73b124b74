import type { Attributes } from "saxen";
import { isDateFormat } from "./date-formats.ts";
import { decodeEntities } from "./decode-entities.ts";
import { readXml } from "./read-xml.ts";

type Style = { format: number | null; base: number | null };

/** Which styles show a number as a date; they are numbered from 0. */
export async function readDateStyles(styles: AsyncIterable<Uint8Array>): Promise<boolean[]> {
  const dates = new Map<number, boolean>();
  const bases: Style[] = [];
  const cells: Style[] = [];
  let list: Style[] | null = null;
  await readXml(styles, () => ({
    open: (name, attributes) => {
      if (name === "numFmt") {
        const { numFmtId, formatCode = "" } = attributes();
        const id = Number(numFmtId);
        dates.set(id, isDateFormat(id, decodeEntities(formatCode)));
      } else if (name === "cellStyleXfs") list = bases;
      else if (name === "cellXfs") list = cells;
      else if (name === "xf") list?.push(styleOf(attributes()));
    },
    close: (name) => {
      if (name === "cellStyleXfs" || name === "cellXfs") list = null;
    },
  }));
  return cells.map(({ format, base }) => {
    const id = format ?? bases[base ?? -1]?.format ?? 0;
    return dates.get(id) ?? isDateFormat(id, undefined);
  });
}

function styleOf({ numFmtId, xfId }: Attributes): Style {
  return { format: numberOr(numFmtId), base: numberOr(xfId) };
}

function numberOr(text: string | undefined): number | null {
  return text ? Number(text) : null;
}
