import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, type Info, parse } from "csv-parse";
import { type Headers, recogniseColumns } from "./columns.ts";
import { RatingTableBuilder, type Reading } from "./rating-table.ts";
import type { Scale } from "./scale.ts";

export type ReadOutcome =
  | { ok: true; reading: Reading }
  | { ok: false; reason: "empty" }
  | { ok: false; reason: "unreadable"; line: number }
  | ({ reason: "columns" } & Extract<Headers, { ok: false }>);

interface Options {
  scale: Scale | null;
  /** Told the share of the file read so far, 0 to 1. */
  onProgress: (share: number) => void;
}

const CHUNK = 1 << 20;

/** Reads a ratings file as a stream: only the numbers stay in memory, never the text. */
export async function readRatings(
  file: string,
  { scale, onProgress }: Options,
): Promise<ReadOutcome> {
  const { size, firstLine } = await glance(file);
  const delimiter = delimiterOf(firstLine);
  let headers: Headers | null = null;
  let builder: RatingTableBuilder | null = null;

  function take(cells: string[], line: number): void {
    if (headers === null) {
      headers = recogniseColumns(cells);
      if (headers.ok)
        builder = new RatingTableBuilder(headers.positions, {
          scale,
          decimalComma: delimiter !== ",",
        });
    } else builder?.add(cells, line);
  }

  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // Rows end here: handing them on one by one as stream objects would take longer than reading them.
    on_record: (cells: string[], info: Info) => {
      take(cells, info.lines);
      return null;
    },
  });
  const source = createReadStream(file, { highWaterMark: CHUNK });
  source.on("data", () => onProgress(size === 0 ? 1 : source.bytesRead / size));
  try {
    await pipeline(source, parser, sink());
  } catch (error) {
    if (error instanceof CsvError)
      return { ok: false, reason: "unreadable", line: Number(error.lines ?? 0) };
    throw error;
  }
  return outcomeOf(headers, builder);
}

function outcomeOf(headers: Headers | null, builder: RatingTableBuilder | null): ReadOutcome {
  if (headers === null) return { ok: false, reason: "empty" };
  if (!headers.ok) return { reason: "columns", ...headers };
  const reading = builder?.done();
  return reading === undefined || reading.rows === 0
    ? { ok: false, reason: "empty" }
    : { ok: true, reading };
}

function sink(): Writable {
  return new Writable({ objectMode: true, write: (_row, _encoding, next) => next() });
}

async function glance(file: string): Promise<{ size: number; firstLine: string }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead).toString("utf8");
    return { size, firstLine: start.split(/[\r\n]/, 1)[0] ?? "" };
  } finally {
    await handle.close();
  }
}

/** The most frequent of comma, semicolon and tab in the first line. */
function delimiterOf(line: string): string {
  const count = (mark: string) => line.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
