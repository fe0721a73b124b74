import type { ReaderMessage, TableLimits, TableRow } from "../messages.ts";
import { Unreadable } from "./rows/unreadable.ts";

/** So many characters are sent at once: the server takes them in without pausing for long. */
const BATCH = 64 * 1024;
/** The most characters of a table: one text of a workbook can stand in a million cells. */
const MOST_TEXT = 64 * 1024 * 1024;
const PER_CELL = 3;

/** Sends rows in batches. @throws Unreadable when there are more than wanted. */
export function rowSender({ rows: mostRows }: TableLimits, send: (message: ReaderMessage) => void) {
  let batch: TableRow[] = [];
  let batchText = 0;
  let text = 0;
  let rows = 0;

  function flush(): void {
    if (batch.length > 0) send({ kind: "rows", rows: batch });
    batch = [];
    batchText = 0;
  }

  return {
    add(row: TableRow): void {
      const length = row.cells.reduce((sum, cell) => sum + cell.length + PER_CELL, 0);
      rows += 1;
      text += length;
      if (rows > mostRows) throw new Unreadable("file-too-many-rows");
      if (text > MOST_TEXT) throw new Unreadable("file-too-much-inside");
      batch.push(row);
      batchText += length;
      if (batchText >= BATCH) flush();
    },
    flush,
  };
}
