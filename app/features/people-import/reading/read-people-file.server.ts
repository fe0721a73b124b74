import {
  type FileRow,
  knownHeaders,
  LINES_SEARCHED_FOR_HEADER,
  MOST_COLUMNS,
  MOST_ROWS,
  reasonColumns,
  recogniseHeaders,
} from "~/features/people/domain/index.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { findEncodingOf } from "~/platform/tables/encoding/find-encoding.ts";
import type { ReadingChoices } from "~/platform/tables/messages.ts";
import { readTable } from "~/platform/tables/read-table.server.ts";
import { type FileSource, sourceOf } from "../domain/file-source.ts";
import { type FileTable, type KnownColumns, tableFrom } from "../domain/table.ts";
import { unshownColumns, withoutColumns } from "../domain/unread-columns.ts";
import type { FileFault } from "./file-fault.ts";

/** A table with what there is to say about how it was read. */
export type ReadTable = { table: FileTable; source: FileSource };

export type FileReading =
  | ({ ok: true } & ReadTable)
  /** `row` is where reading stopped, if that can be told. */
  | { ok: false; reason: FileFault; row?: number };

type Options = {
  /** What a person has said about the file. */
  choices?: ReadingChoices | undefined;
  /** Tells the header from the lines above it, and the sheet to read from the others. */
  known?: KnownColumns;
};

const LIMITS = { rows: MOST_ROWS + LINES_SEARCHED_FOR_HEADER, columns: MOST_COLUMNS };

/**
 * Header and rows of a CSV or XLSX file, read in a process of its own, without what says why anybody is away. It may
 * take a while: open no transaction around it.
 */
export async function readPeopleFile(
  { organisationId }: OrganisationScope,
  bytes: Buffer,
  { choices, known = knownHeaders }: Options = {},
): Promise<FileReading> {
  const reading = await readTable(bytes, {
    owner: organisationId,
    limits: LIMITS,
    choices,
    isWanted: (head) => hasHeader(head, known),
  });
  if (!reading.ok) return reading;
  const found = tableFrom(reading.rows, known);
  if (!found.ok) return found;
  const { header } = found.table;
  const columns = reasonColumns(header);
  // What says why somebody is away goes no further than this.
  const table = withoutColumns(found.table, columns);
  const reasons = columns.map((column) => ({ column, title: header[column] ?? "" }));
  const source = sourceOf(reading.source, found, reasons);
  const unshown = [...columns, ...unshownColumns(recogniseHeaders(header))];
  return { ok: true, table, source: withShownWords(source, found.table, unshown) };
}

/** Where something is not shown, the words by which an encoding is told are of what is. */
function withShownWords(
  source: FileSource,
  whole: FileTable,
  unshown: readonly number[],
): FileSource {
  if (!source.encoding || unshown.length === 0) return source;
  const { header, rows } = withoutColumns(whole, unshown);
  const lines = [header, ...rows.map(({ cells }) => cells)].map((cells) => cells.join(","));
  const { name } = source.encoding;
  const { certain, readings } = findEncodingOf(lines.join("\n"), name);
  return { ...source, encoding: { name, certain, readings } };
}

/** A cover or a legend names no fields. */
function hasHeader(head: FileRow[], known: KnownColumns): boolean {
  const result = tableFrom(head, known);
  return result.ok && known(result.table.header) >= 2;
}
