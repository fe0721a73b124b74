import {
  AWAY_FIELDS,
  cleanText,
  emailKey,
  type ImportField,
} from "~/features/people/domain/index.ts";
import type { ReadRow } from "./read-row.ts";

/** Rows that stand for a person or a post, and to each the rows that say no more than another absence. */
export type GatheredRows = { rows: ReadRow[]; further: ReadonlyMap<ReadRow, ReadRow[]> };

const AWAY: readonly (ImportField | null)[] = AWAY_FIELDS;

/**
 * Puts together the rows of one person that differ in nothing but when they are away: a file has one absence a row. The
 * first of them counts for everything else; a cell that is empty further down differs from nothing. Rows that differ in
 * more stay rows of their own.
 */
export function gatherRows(
  read: readonly ReadRow[],
  columns: readonly (ImportField | null)[],
): GatheredRows {
  const further = new Map<ReadRow, ReadRow[]>();
  if (!AWAY_FIELDS.every((field) => columns.includes(field))) return { rows: [...read], further };
  const told = [...columns.keys()].filter(
    (column) => columns[column] !== null && !AWAY.includes(columns[column] ?? null),
  );
  const firsts = new Map<string, ReadRow[]>();
  const beside = new Set<ReadRow>();
  for (const row of read) {
    const whose = whoseRow(row);
    if (whose === null || row.cells.length > columns.length) continue;
    const known = firsts.get(whose) ?? [];
    const first = known.find(
      (each) => saysNoMore(row, each, told) && (tellsAway(row) || tellsAway(each)),
    );
    if (!first) firsts.set(whose, [...known, row]);
    else {
      further.set(first, [...(further.get(first) ?? []), row]);
      beside.add(row);
    }
  }
  return { rows: read.filter((row) => !beside.has(row)), further };
}

function whoseRow({ facts: { employeeId, email } }: ReadRow): string | null {
  if (employeeId) return `id ${employeeId}`;
  return email ? `email ${emailKey(email)}` : null;
}

/** Whether anything stands in its cells of an absence, readable or not. */
function tellsAway({ away, problems }: ReadRow): boolean {
  return typeof away === "object" || problems.some(({ field }) => field && AWAY.includes(field));
}

function saysNoMore(row: ReadRow, first: ReadRow, told: readonly number[]): boolean {
  return told.every((column) => {
    const text = cleanText(row.cells[column] ?? "");
    return text === null || text === cleanText(first.cells[column] ?? "");
  });
}
