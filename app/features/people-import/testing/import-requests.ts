import { recogniseHeaders } from "~/features/people/domain/columns/recognise-headers.ts";
import type { PersonRecord } from "~/features/people/domain/person.ts";
import type { ImportRequest } from "../domain/plan-import.ts";

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
