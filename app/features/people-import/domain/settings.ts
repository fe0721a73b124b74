import { z } from "zod";
import {
  AWAY_FIELDS,
  type AwayField,
  DATED_FIELDS,
  IMPORT_FIELDS,
  type ImportField,
  MOST_COLUMNS,
  reasonColumns,
  recogniseHeaders,
} from "~/features/people/domain/index.ts";
import { type DateOrder, dateOrderOf } from "./dates.ts";
import { columnsRead, type Lists, listsOf } from "./lists.ts";
import { importAnswers } from "./questions.ts";
import type { FileTable } from "./table.ts";
import { readWorkingDays } from "./working-days.ts";

export const importSettings = z.object({
  /** The meaning of each column; null: not imported. */
  columns: z.array(z.enum(IMPORT_FIELDS).nullable()).max(MOST_COLUMNS),
  /** How 03/04/2024 is meant; null when nobody has had to say. */
  dateOrder: z.enum(["dmy", "mdy"]).nullable(),
  /** Whether an empty cell erases what is stored. Employee ids, addresses and names are never erased. */
  emptyCells: z.enum(["clear", "keep"]),
  answers: importAnswers.optional(),
});

/** What the person importing has decided about a file. */
export type ImportSettings = z.infer<typeof importSettings>;

export type MappingFault =
  | { code: "name-not-mapped" }
  | { code: "identifier-not-mapped" }
  | { code: "field-mapped-twice"; field: ImportField }
  /** `field` is what is missing beside the other. */
  | { code: "absence-half-mapped"; field: AwayField; beside: AwayField }
  | { code: "date-order-unknown" };

const NAMES: readonly ImportField[] = ["name", "givenName", "familyName", "preferredName"];
const IDENTIFIERS: readonly ImportField[] = ["employeeId", "email"];

/** The settings a file suggests by itself. */
export function suggestedSettings({ header, rows }: FileTable): ImportSettings {
  const columns = recogniseHeaders(header).map((field, column) =>
    field === "workingDays" && holdsNoDays(rows, column) ? null : field,
  );
  return { columns, dateOrder: null, emptyCells: "keep" };
}

/** Many files say under "working days" how many these are, which is another thing. */
function holdsNoDays(rows: FileTable["rows"], column: number): boolean {
  const filled = rows
    .map(({ cells }) => (cells[column] ?? "").trim())
    .filter((cell) => cell !== "");
  return filled.length > 0 && !filled.some((cell) => readWorkingDays(cell) !== null);
}

/** Settings that can be planned with, or what still stands in the way. */
export function completeSettings(
  table: FileTable,
  settings: ImportSettings,
): Completed & ({ ok: true; settings: ImportSettings } | { ok: false; faults: MappingFault[] }) {
  // The header decides how many columns there are; settings saved for it can only be as long.
  const all = table.header.map((_, column) => settings.columns[column] ?? null);
  const saysWhy = reasonColumns(table.header).length > 0;
  const { lists, open } = listsOf(all, saysWhy, settings.answers?.lists);
  const columns = columnsRead(lists, all);
  const faults = mappingFaults(columns, lists);
  const found = dateOrderIn(table, columns);
  if (found === "ambiguous" && !settings.dateOrder) faults.push({ code: "date-order-unknown" });
  if (faults.length > 0) return { ok: false, lists, open, faults };
  const dateOrder = settings.dateOrder ?? (found === "dmy" || found === "mdy" ? found : null);
  return { ok: true, lists, open, settings: { ...settings, columns, dateOrder } };
}

/** What the file lists, and whether somebody has to say so. */
type Completed = { lists: Lists; open: boolean };

function mappingFaults(columns: readonly (ImportField | null)[], lists: Lists): MappingFault[] {
  const mapped = columns.filter((field) => field !== null);
  const twice = new Set(mapped.filter((field, index) => mapped.indexOf(field) !== index));
  const faults: MappingFault[] = [...twice].map((field) => ({ code: "field-mapped-twice", field }));
  for (const [field, beside] of [AWAY_FIELDS, AWAY_FIELDS.toReversed()] as [AwayField, AwayField][])
    if (mapped.includes(beside) && !mapped.includes(field))
      faults.push({ code: "absence-half-mapped", field, beside });
  if (lists === "people" && !mapped.some((field) => NAMES.includes(field)))
    faults.push({ code: "name-not-mapped" });
  if (!mapped.some((field) => IDENTIFIERS.includes(field))) {
    faults.push({ code: "identifier-not-mapped" });
  }
  return faults;
}

/** What the dates in the mapped columns say about their order; see `dateOrderOf`. */
function dateOrderIn(
  { rows }: FileTable,
  columns: readonly (ImportField | null)[],
): DateOrder | "ambiguous" | "none" {
  const dateFields: readonly (ImportField | null)[] = DATED_FIELDS;
  const dateColumns = [...columns.keys()].filter((column) =>
    dateFields.includes(columns[column] ?? null),
  );
  return dateOrderOf(rows.flatMap(({ cells }) => dateColumns.map((column) => cells[column] ?? "")));
}
