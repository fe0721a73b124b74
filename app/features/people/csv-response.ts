import { toCsv } from "./domain/csv.ts";

/** A CSV file to keep. */
export function csvResponse(name: string, rows: readonly (readonly (string | null)[])[]): Response {
  return new Response(toCsv(rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  });
}
