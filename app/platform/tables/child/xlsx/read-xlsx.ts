import type { Merge, SheetHead, TableRow } from "../../messages.ts";
import { kindOfArchive } from "../kind-of-file.ts";
import { tableRow } from "../rows/table-row.ts";
import type { TableTaker } from "../rows/table-taker.ts";
import { Unreadable } from "../rows/unreadable.ts";
import type { Lookups } from "./cell-text.ts";
import { type Archive, openArchive } from "./open-archive.ts";
import { readSharedStrings } from "./read-shared-strings.ts";
import { readSheet } from "./read-sheet.ts";
import { readCellFormats } from "./read-styles.ts";
import { readWorkbook, type Workbook } from "./read-workbook.ts";

const HEAD_ROWS = 12;
/** A title is told by its first words. */
const HEAD_TEXT = 100;

/**
 * Reads the rows of the sheet that is chosen by the first rows of all.
 * @returns what is merged in it.
 * @throws Unreadable
 */
export async function readXlsx(
  bytes: Buffer,
  { limits, add, choose }: TableTaker,
): Promise<Merge[]> {
  const archive = await openArchive(bytes);
  const other = kindOfArchive(archive.names);
  if (other) throw new Unreadable(other);
  const workbook = await readWorkbook(archive);
  const lookups = await readLookups(archive, workbook);
  const rowsOf = (part: string, each: (row: TableRow) => boolean) =>
    readSheet(archive.read(part), lookups, (number, cells, hidden) => {
      const row = tableRow(number, cells, limits);
      return row ? each(hidden ? { ...row, hidden } : row) : true;
    });

  async function* heads(): AsyncGenerator<SheetHead> {
    for (const { name, hidden, part } of workbook.sheets) {
      const head: TableRow[] = [];
      await rowsOf(part, ({ row, cells }) => {
        head.push({ row, cells: cells.map((cell) => cell.slice(0, HEAD_TEXT)) });
        return head.length < HEAD_ROWS;
      });
      yield { name, hidden, head };
    }
  }

  const chosen = workbook.sheets[(await choose(heads())) ?? -1];
  if (chosen === undefined) return [];
  return rowsOf(chosen.part, (row) => {
    add(row);
    return true;
  });
}

async function readLookups(archive: Archive, workbook: Workbook): Promise<Lookups> {
  const { styles, sharedStrings, from1904 } = workbook;
  const has = (part: string) => archive.names.has(part);
  return {
    strings: has(sharedStrings) ? await readSharedStrings(archive.read(sharedStrings)) : [],
    formats: has(styles) ? await readCellFormats(archive.read(styles)) : [],
    from1904,
  };
}
