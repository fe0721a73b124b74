import type { TableRow } from "../../messages.ts";
import { tableRow } from "../rows/table-row.ts";
import type { TableTaker } from "../rows/table-taker.ts";
import { Unreadable } from "../rows/unreadable.ts";
import type { Lookups } from "./cell-text.ts";
import { type Archive, openArchive } from "./open-archive.ts";
import { readSharedStrings } from "./read-shared-strings.ts";
import { readSheet } from "./read-sheet.ts";
import { readDateStyles } from "./read-styles.ts";
import { readWorkbook, type Workbook } from "./read-workbook.ts";

const HEAD_ROWS = 12;
/** A title is told by its first words. */
const HEAD_TEXT = 100;

/** Reads the rows of the sheet that is chosen by the first rows of all. @throws Unreadable */
export async function readXlsx(bytes: Buffer, { limits, add, choose }: TableTaker): Promise<void> {
  const archive = await openArchive(bytes);
  if (![...archive.names].some((name) => name.startsWith("xl/"))) {
    throw new Unreadable("file-type-unknown");
  }
  const workbook = await readWorkbook(archive);
  const lookups = await readLookups(archive, workbook);
  const rowsOf = (sheet: string, each: (row: TableRow) => boolean) =>
    readSheet(archive.read(sheet), lookups, (number, cells) => {
      const row = tableRow(number, cells, limits);
      return row ? each(row) : true;
    });

  async function* heads(): AsyncGenerator<TableRow[]> {
    for (const sheet of workbook.sheets) {
      const head: TableRow[] = [];
      await rowsOf(sheet, ({ row, cells }) => {
        head.push({ row, cells: cells.map((cell) => cell.slice(0, HEAD_TEXT)) });
        return head.length < HEAD_ROWS;
      });
      yield head;
    }
  }

  const chosen = workbook.sheets[(await choose(heads())) ?? -1];
  if (chosen === undefined) return;
  await rowsOf(chosen, (row) => {
    add(row);
    return true;
  });
}

async function readLookups(archive: Archive, workbook: Workbook): Promise<Lookups> {
  const { styles, sharedStrings, from1904 } = workbook;
  const has = (part: string) => archive.names.has(part);
  return {
    strings: has(sharedStrings) ? await readSharedStrings(archive.read(sharedStrings)) : [],
    dateStyles: has(styles) ? await readDateStyles(archive.read(styles)) : [],
    from1904,
  };
}
