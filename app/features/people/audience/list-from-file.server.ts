import type { Actor } from "~/features/identity/index.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import { readTable } from "~/platform/tables/read-table.server.ts";
import type { ReadingFault } from "~/platform/tables/reading-fault.ts";
import { MOST_COLUMNS, MOST_ROWS } from "../domain/columns/file-row.ts";
import { recogniseHeaders } from "../domain/columns/recognise-headers.ts";
import { listFromRows } from "../domain/list-from-rows.ts";
import { mayLookUpPeople } from "../policy.ts";

const LIMITS = { rows: MOST_ROWS, columns: MOST_COLUMNS };

/**
 * The people that a file names, as a list that can be looked over and corrected before it is used: an address or id on
 * each line. Nothing is kept.
 */
export async function listFromFile(
  actor: Actor,
  content: Buffer,
): Promise<Outcome<string, ReadingFault | "not-allowed" | "no-identifiers">> {
  if (!mayLookUpPeople(actor)) return refuse("not-allowed");
  const reading = await readTable(content, {
    owner: actor.organisationId,
    limits: LIMITS,
    isWanted: (head) =>
      head.some(({ cells }) => {
        const fields = recogniseHeaders(cells);
        return fields.includes("email") || fields.includes("employeeId");
      }),
  });
  if (!reading.ok) return refuse(reading.reason);
  const list = listFromRows(reading.rows);
  if (!list || list.length === 0) return refuse("no-identifiers");
  return { ok: true, value: list.join("\n") };
}
