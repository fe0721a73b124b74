import type { ImportRequest } from "../domain/import/plan-import.ts";
import { recogniseHeaders } from "../domain/import/recognise-headers.ts";
import { PERSON_FIELDS, type PersonRecord } from "../domain/person.ts";

/** A person of the directory; whatever is not given is not known. */
export function personRecord(given: Partial<PersonRecord> & { id: string }): PersonRecord {
  const unknown = Object.fromEntries(PERSON_FIELDS.map((field) => [field, null]));
  return {
    ...unknown,
    managerId: null,
    status: "active",
    external: false,
    name: given.id,
    ...given,
  } as PersonRecord;
}

/** A request to import lines written as "cell | cell"; the first is the header, and its words are recognised. */
export function importRequest(
  lines: string[],
  existing: PersonRecord[] = [],
  settings: Partial<ImportRequest["settings"]> = {},
): ImportRequest {
  const [header = [], ...rows] = lines.map((line) => line.split("|").map((cell) => cell.trim()));
  return {
    rows: rows.map((cells, index) => ({ row: index + 2, cells })),
    settings: {
      columns: recogniseHeaders(header),
      dateOrder: "dmy",
      emptyCells: "clear",
      ...settings,
    },
    existing,
    today: "2025-06-01",
  };
}
