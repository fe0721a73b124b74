import { DATE_FIELDS } from "../person.ts";
import { type DateOrder, dateOrderOf } from "./dates.ts";
import type { ImportField } from "./fields.ts";
import type { FileTable } from "./table.ts";

/** What the person importing has decided about a file. */
export type ImportSettings = {
  /** The meaning of each column; null: not imported. */
  columns: (ImportField | null)[];
  /** How 03/04/2024 is meant; null when nobody has had to say. */
  dateOrder: DateOrder | null;
  /** Whether an empty cell erases what is stored. Employee ids and e-mail addresses are never erased. */
  emptyCells: "clear" | "keep";
};

export type MappingFault =
  | { code: "name-not-mapped" }
  | { code: "identifier-not-mapped" }
  | { code: "field-mapped-twice"; field: ImportField };

const NAMES: readonly ImportField[] = ["name", "givenName", "familyName", "preferredName"];
const IDENTIFIERS: readonly ImportField[] = ["employeeId", "email"];

/** What still stands between this mapping and a plan. Empty when it can be used. */
export function mappingFaults(columns: readonly (ImportField | null)[]): MappingFault[] {
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
export function dateOrderIn(
  { rows }: FileTable,
  columns: readonly (ImportField | null)[],
): DateOrder | "ambiguous" | "none" {
  const dateFields: readonly (ImportField | null)[] = DATE_FIELDS;
  const dateColumns = [...columns.keys()].filter((column) =>
    dateFields.includes(columns[column] ?? null),
  );
  return dateOrderOf(rows.flatMap(({ cells }) => dateColumns.map((column) => cells[column] ?? "")));
}
