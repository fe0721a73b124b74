import { toXlsx } from "~/platform/tables/write-xlsx.server.ts";
import type { FigureSheet } from "./report-figures.ts";

const USUAL_WIDTH = 16;
/** Columns of sentences rather than of figures. */
const WIDE = new Map([
  [1, 38],
  [15, 38],
]);

/** A workbook of one sheet of figures. */
export function figuresXlsx(sheet: FigureSheet): Promise<Uint8Array<ArrayBuffer>> {
  return toXlsx({ ...sheet, width: (index) => WIDE.get(index) ?? USUAL_WIDTH });
}
