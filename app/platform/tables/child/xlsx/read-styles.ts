import type { Attributes } from "saxen";
import { isDateFormat } from "./date-formats.ts";
import { decodeEntities } from "./decode-entities.ts";
import { type DigitFormat, digitFormat } from "./digit-format.ts";
import { readXml } from "./read-xml.ts";

type Style = { format: number | null; base: number | null };

/** How a style shows a number: as a date, as digits such as 00042, or (null) in any other way. */
export type CellFormat = "date" | DigitFormat | null;

/** How each style shows numbers; they are numbered from 0. */
export async function readCellFormats(styles: AsyncIterable<Uint8Array>): Promise<CellFormat[]> {
  const formats = new Map<number, CellFormat>();
  const bases: Style[] = [];
  const cells: Style[] = [];
  let list: Style[] | null = null;
  await readXml(styles, () => ({
    open: (name, attributes) => {
      if (name === "numFmt") {
        const { numFmtId, formatCode = "" } = attributes();
        const id = Number(numFmtId);
        const code = decodeEntities(formatCode);
        formats.set(id, isDateFormat(id, code) ? "date" : digitFormat(code));
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
    return formats.get(id) ?? (isDateFormat(id, undefined) ? "date" : null);
  });
}

function styleOf({ numFmtId, xfId }: Attributes): Style {
  return { format: numberOr(numFmtId), base: numberOr(xfId) };
}

function numberOr(text: string | undefined): number | null {
  return text ? Number(text) : null;
}
