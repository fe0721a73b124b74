import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, type Info, parse } from "csv-parse";
import iconv from "iconv-lite";
import { readFile as readTable } from "../../app/platform/tables/child/read-file.ts";
import { Unreadable } from "../../app/platform/tables/child/rows/unreadable.ts";
import { choiceOf, type SheetNote } from "../../app/platform/tables/choose-sheet.ts";
import { fillDown } from "../../app/platform/tables/fill-down.ts";
import type { TableRow } from "../../app/platform/tables/messages.ts";
import type { ReadingFault } from "../../app/platform/tables/reading-fault.ts";
import { recogniseColumns } from "./columns.ts";
import type { Reading } from "./rating-table.ts";
import { type RowOutcome, RowTaker } from "./row-taker.ts";
import type { Scale } from "./scale.ts";
import { type FileKind, kindOfFile } from "./text-of-file.ts";

/** How a file was read, where there was something to decide. */
export type ReadingSource = {
  /** Null for Unicode. `doubt` are other encodings that make words of it. */
  encoding: { name: string; doubt: string[] } | null;
  sheets: SheetNote[];
  /** Lines above the titles. */
  above: number;
  rowNames: boolean;
  hiddenRows: number;
};

export type ReadOutcome =
  | { ok: true; reading: Reading; source: ReadingSource }
  | { ok: false; reason: "unreadable"; line: number }
  | { ok: false; reason: "other"; fault: ReadingFault }
  | { ok: false; reason: "hidden-rows"; count: number }
  | Extract<RowOutcome, { ok: false }>;

export type ReadOptions = {
  scale: Scale | null;
  missing: ReadonlySet<number>;
  anonymous: "one" | "each" | null;
  encoding: string | undefined;
  sheet: string | undefined;
  hiddenRows: "with" | "without" | null;
  /** Told the share of the file read so far, 0 to 1. */
  onProgress: (share: number) => void;
};

const CHUNK = 1 << 20;
const LIMITS = { rows: 1_048_576, columns: 200 };

/**
 * Reads a ratings file, whatever the people import reads. A text is read as a stream: only the numbers stay in memory,
 * never the text.
 */
export async function readRatings(file: string, options: ReadOptions): Promise<ReadOutcome> {
  const kind = await kindOfFile(file, options.encoding);
  if (kind.kind === "other") return { ok: false, reason: "other", fault: kind.fault };
  return kind.kind === "workbook" ? readWorkbook(file, options) : readText(file, kind, options);
}

async function readText(
  file: string,
  { size, encoding, doubt, separator, stated }: Extract<FileKind, { kind: "text" }>,
  options: ReadOptions,
): Promise<ReadOutcome> {
  const taker = new RowTaker({ ...options, decimalComma: separator !== "," });
  const parser = parse({
    bom: true,
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    from_line: stated ? 2 : 1,
    // Rows end here: handing them on one by one as stream objects would take longer than reading them.
    on_record: (cells: string[], info: Info) => {
      taker.take(cells, info.lines);
      return null;
    },
  });
  const source = createReadStream(file, { highWaterMark: CHUNK });
  source.on("data", () => options.onProgress(size === 0 ? 1 : source.bytesRead / size));
  try {
    if (encoding === "utf-8") await pipeline(source, parser, sink());
    else await pipeline(source, iconv.decodeStream(encoding), parser, sink());
  } catch (error) {
    if (error instanceof CsvError)
      return { ok: false, reason: "unreadable", line: Number(error.lines ?? 0) };
    throw error;
  }
  const name = encoding === "utf-8" && doubt.length === 0 ? null : { name: encoding, doubt };
  return outcome(taker, { encoding: name, sheets: [], hiddenRows: 0 });
}

async function readWorkbook(file: string, options: ReadOptions): Promise<ReadOutcome> {
  const rows: TableRow[] = [];
  const sheets: SheetNote[] = [];
  try {
    const tail = await readTable(await readFile(file), {
      limits: LIMITS,
      add: (row) => rows.push(row),
      choose: async (heads) => {
        for await (const { name, hidden, head } of heads) {
          const wanted = head.some(({ cells }) => recogniseColumns(cells).ok);
          sheets.push({ name, hidden, filled: head.length > 0, wanted, read: false });
        }
        const chosen = choiceOf(sheets, options.sheet);
        const read = chosen === null ? undefined : sheets[chosen];
        if (read) read.read = true;
        return chosen;
      },
    });
    if (!fillDown(rows, tail.merges, LIMITS))
      return { ok: false, reason: "other", fault: "file-too-much-inside" };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: "other", fault: error.reason };
    throw error;
  }
  const hidden = rows.filter((row) => row.hidden).length;
  if (hidden > 0 && options.hiddenRows === null)
    return { ok: false, reason: "hidden-rows", count: hidden };
  const taker = new RowTaker({ ...options, decimalComma: true });
  for (const row of rows) {
    if (row.hidden && options.hiddenRows === "without") continue;
    taker.take(row.cells, row.row);
  }
  return outcome(taker, { encoding: null, sheets, hiddenRows: hidden });
}

function outcome(
  taker: RowTaker,
  source: Pick<ReadingSource, "encoding" | "sheets" | "hiddenRows">,
): ReadOutcome {
  const done = taker.done();
  if (!done.ok) return done;
  const { reading, above, rowNames } = done;
  return { ok: true, reading, source: { ...source, above, rowNames } };
}

function sink(): Writable {
  return new Writable({ objectMode: true, write: (_row, _encoding, next) => next() });
}
