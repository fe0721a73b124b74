import { readFile } from "../child/read-file.ts";
import { Unreadable } from "../child/rows/unreadable.ts";
import type { TableLimits, TableRow } from "../messages.ts";

const LIMITS: TableLimits = { rows: 50_000, columns: 100 };

/**
 * Reads a file in this process: its rows, or why it can't be read with the row where. The first sheet that holds
 * anything is taken.
 */
export async function readRows(
  bytes: Buffer | string,
  limits = LIMITS,
): Promise<TableRow[] | string> {
  const rows: TableRow[] = [];
  try {
    await readFile(Buffer.from(bytes), {
      limits,
      add: (row) => rows.push(row),
      choose: async (heads) => {
        const all: TableRow[][] = [];
        for await (const { head } of heads) all.push(head);
        return all.findIndex((head) => head.length > 0);
      },
    });
    return rows;
  } catch (error) {
    if (error instanceof Unreadable)
      return error.reason + (error.row ? ` in row ${error.row}` : "");
    throw error;
  }
}

/** Only what is in the cells. */
export async function readCells(bytes: Buffer | string): Promise<string[][] | string> {
  const rows = await readRows(bytes);
  return typeof rows === "string" ? rows : rows.map(({ cells }) => cells);
}
