import { z } from "zod";
import { DATE_FIELDS } from "../person.ts";
import { type DateOrder, dateOrderOf } from "./dates.ts";
import { IMPORT_FIELDS, type ImportField } from "./fields.ts";
import { recogniseHeaders } from "./recognise-headers.ts";
import { type FileTable, MOST_COLUMNS } from "./table.ts";

export const importSettings = z.object({
  /** The meaning of each column; null: not imported. */
  columns: z.array(z.enum(IMPORT_FIELDS).nullable()).max(MOST_COLUMNS),
  /** How 03/04/2024 is meant; null when nobody has had to say. */
  dateOrder: z.enum(["dmy", "mdy"]).nullable(),
  /** Whether an empty cell erases what is stored. Employee ids, addresses and names are never erased. */
  emptyCells: z.enum(["clear", "keep"]),
});

/** What the person importing has decided about a file. */
export type ImportSettings = z.infer<typeof importSettings>;

export type MappingFault =
  | { code: "name-not-mapped" }
  | { code: "identifier-not-mapped" }
  | { code: "field-mapped-twice"; field: ImportField }
  | { code: "date-order-unknown" };

const NAMES: readonly ImportField[] = ["name", "givenName", "familyName", "preferredName"];
const IDENTIFIERS: readonly ImportField[] = ["employeeId", "email"];

/** The settings a file suggests by itself. */
export function suggestedSettings({ header }: FileTable): ImportSettings {
  return { columns: recogniseHeaders(header), dateOrder: null, emptyCells: "clear" };
}

/** Settings that can be planned with, or what still stands in the way. */
export function completeSettings(
  table: FileTable,
  settings: ImportSettings,
): { ok: true; settings: ImportSettings } | { ok: false; faults: MappingFault[] } {
  // The header decides how many columns there are; settings saved for it can only be as long.
  const columns = table.header.map((_, column) => settings.columns[column] ?? null);
  const faults = mappingFaults(columns);
  const found = dateOrderIn(table, columns);
  if (found === "ambiguous" && !settings.dateOrder) faults.push({ code: "date-order-unknown" });
  if (faults.length > 0) return { ok: false, faults };
  const dateOrder = settings.dateOrder ?? (found === "dmy" || found === "mdy" ? found : null);
  return { ok: true, settings: { ...settings, columns, dateOrder } };
}

function mappingFaults(columns: readonly (ImportField | null)[]): MappingFault[] {
  const mapped = columns.filter((field) => field !== null);
  const twice = new Set(mapped.filter((field, index) => mapped.indexOf(field) !== index));
  const faults: MappingFault[] = [...twice].map((field) => ({ code: "field-mapped-twice", field }));
  if (!mapped.some((field) => NAMES.includes(field))) faults.push({ code: "name-not-mapped" });
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
  const dateFields: readonly (ImportField | null)[] = DATE_FIELDS;
  const dateColumns = [...columns.keys()].filter((column) =>
    dateFields.includes(columns[column] ?? null),
  );
  return dateOrderOf(rows.flatMap(({ cells }) => dateColumns.map((column) => cells[column] ?? "")));
}
