import { createHash } from "node:crypto";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { ImportPlan } from "./domain/import/plan.ts";
import { planImport } from "./domain/import/plan-import.ts";
import {
  completeSettings,
  type ImportSettings,
  type MappingFault,
} from "./domain/import/settings.ts";
import type { FileTable } from "./domain/import/table.ts";
import { allPeople } from "./store.server.ts";

export type PlannedImport = {
  table: FileTable;
  settings: ImportSettings;
  plan: ImportPlan;
  /** Absent people who are to become inactive. */
  ticked: string[];
  /** Differs as soon as anything in the plan does. */
  fingerprint: string;
};

export type Planning =
  | ({ ready: true } & PlannedImport)
  | { ready: false; table: FileTable; faults: MappingFault[] };

/** What a table would do to the directory as it is now. */
export async function planTable(
  tx: Tx,
  scope: OrganisationScope,
  table: FileTable,
  wanted: ImportSettings & { ticked: string[] },
  now: Date,
): Promise<Planning> {
  const complete = completeSettings(table, wanted);
  if (!complete.ok) return { ready: false, table, faults: complete.faults };
  const { settings } = complete;
  const existing = await allPeople(tx, scope);
  const today = now.toISOString().slice(0, 10);
  const plan = planImport({ rows: table.rows, settings, existing, today });
  const wantedInactive = new Set(wanted.ticked);
  const absent = plan.absent.map(({ personId }) => personId);
  const ticked = absent.filter((personId) => wantedInactive.has(personId));
  return { ready: true, table, settings, plan, ticked, fingerprint: fingerprintOf(plan, ticked) };
}

function fingerprintOf(plan: ImportPlan, ticked: string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([plan, ticked]))
    .digest("base64url");
}
