import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { readTable } from "~/platform/tables/read-table.server.ts";
import { recogniseHeaders } from "../domain/import/recognise-headers.ts";
import {
  type FileRow,
  type FileTable,
  LINES_SEARCHED_FOR_HEADER,
  MOST_COLUMNS,
  MOST_ROWS,
  tableFrom,
} from "../domain/import/table.ts";
import type { FileFault } from "./file-fault.ts";

export type FileReading =
  | { ok: true; table: FileTable }
  /** `row` is where reading stopped, if that can be told. */
  | { ok: false; reason: FileFault; row?: number };

const LIMITS = { rows: MOST_ROWS + LINES_SEARCHED_FOR_HEADER, columns: MOST_COLUMNS };

/**
 * Header and rows of a CSV or XLSX file, read in a process of its own. It may take a while: open no transaction around
 * it.
 */
export async function readPeopleFile(
  { organisationId }: OrganisationScope,
  bytes: Buffer,
): Promise<FileReading> {
  const reading = await readTable(bytes, {
    owner: organisationId,
    limits: LIMITS,
    isWanted: knowsHeaders,
  });
  return reading.ok ? tableFrom(reading.rows) : reading;
}

/** A cover or a legend names no fields. */
function knowsHeaders(head: FileRow[]): boolean {
  const result = tableFrom(head);
  if (!result.ok) return false;
  return recogniseHeaders(result.table.header).filter((field) => field !== null).length >= 2;
}
