import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import { everyText } from "./every-text.ts";
import type { CsvCell } from "./write-csv.server.ts";

export type Sheet = {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly CsvCell[])[];
  /** How wide a column is, in characters; left out, all are alike. */
  width?: (index: number) => number;
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const USUAL_WIDTH = 16;
/** No spreadsheet takes more, or these signs. */
const LONGEST_TITLE = 31;
const NO_TITLE = /[\\/*?:[\]]/g;

/** A workbook of one sheet. Words are stored as words, so that none of them can run. */
export async function toXlsx({
  title,
  columns,
  rows,
  width,
}: Sheet): Promise<Uint8Array<ArrayBuffer>> {
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
  const sheet = {
    sheet: title.replaceAll(NO_TITLE, " ").slice(0, LONGEST_TITLE),
    columns: columns.map((_, index) => ({ width: width?.(index) ?? USUAL_WIDTH })),
    stickyRowsCount: 1,
  };
  const file = writeXlsxFile(data, sheet, { features: [everyText] });
  return new Uint8Array(await file.toBuffer());
}

/** A workbook to keep. `name` is without its ending. */
export async function xlsxResponse(name: string, sheet: Sheet): Promise<Response> {
  return new Response(await toXlsx(sheet), {
    headers: {
      "Content-Type": XLSX,
      "Content-Disposition": `attachment; filename="${name}.xlsx"`,
    },
  });
}
