import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import type { FigureSheet } from "./report-figures.ts";

/** A workbook of one sheet. Words are stored as words, so that none of them can run. */
export async function figuresXlsx({
  title,
  columns,
  rows,
}: FigureSheet): Promise<Uint8Array<ArrayBuffer>> {
  const data: SheetData = [
    columns.map((column) => ({ value: column, type: String, fontWeight: "bold" as const })),
    ...rows.map((cells) =>
      cells.map((cell) => {
        if (cell === null) return null;
        return typeof cell === "number"
          ? { value: cell, type: Number }
          : { value: cell, type: String };
      }),
    ),
  ];
  const widths = columns.map((_, index) => ({ width: index === 1 || index === 15 ? 38 : 16 }));
  const file = writeXlsxFile(data, { sheet: title, columns: widths, stickyRowsCount: 1 });
  return new Uint8Array(await file.toBuffer());
}
