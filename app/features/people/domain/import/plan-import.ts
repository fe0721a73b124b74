import type { PersonRecord } from "../person.ts";
import { describePlan } from "./describe-plan.ts";
import { matchPeople } from "./match-people.ts";
import type { ImportPlan } from "./plan.ts";
import { readRow } from "./read-row.ts";
import type { ImportSettings } from "./settings.ts";
import { settleRows } from "./settle-rows.ts";
import type { FileRow } from "./table.ts";

export type ImportRequest = {
  rows: FileRow[];
  settings: ImportSettings;
  /** Everyone in the directory, active or not. */
  existing: PersonRecord[];
  /** YYYY-MM-DD: someone whose end date lies before it comes in as inactive. */
  today: string;
};

/**
 * What importing these rows would do to the directory, without doing it. The same request always gives the same plan,
 * and what it accepts fits together: no loops, no missing managers, no identifier used twice.
 */
export function planImport({ rows, settings, existing, today }: ImportRequest): ImportPlan {
  const read = rows.map((row) => readRow(row, settings));
  const candidates = matchPeople(read, existing, today);
  return describePlan(settleRows(candidates, existing), existing);
}
