import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { applyImportPlan } from "./apply-import-plan.server.ts";
import type { DateOrder } from "./domain/import/dates.ts";
import type { ImportPlan } from "./domain/import/plan.ts";
import { type MappingFault, suggestedSettings } from "./domain/import/settings.ts";
import { planTable } from "./plan-people-import.server.ts";
import { type PlannedAddresses, plannedAddresses } from "./planned-addresses.server.ts";
import { mayImportPeople } from "./policy.ts";
import type { FileFault } from "./reading/file-fault.ts";
import { readPeopleFile } from "./reading/read-people-file.server.ts";
import { lockPeople } from "./store.server.ts";

export type DirectImport = {
  content: Buffer;
  /** Needed only when the file's dates can be read both ways. */
  dateOrder: DateOrder | null;
  emptyCells: "clear" | "keep";
  /** False: only say what would happen. */
  store: boolean;
};

export type DirectImportOutcome =
  | { ok: true; value: { plan: ImportPlan; stored: boolean; addresses: PlannedAddresses } }
  | { ok: false; reason: FileFault | "not-allowed"; row?: number }
  | { ok: false; reason: "incomplete"; faults: MappingFault[] };

/** Imports a file whose headers speak for themselves, without review in between; absent people are left alone. */
export async function importPeopleFile(
  platform: Pick<Platform, "database" | "clock" | "jobs">,
  actor: Actor,
  { content, dateOrder, emptyCells, store }: DirectImport,
): Promise<DirectImportOutcome> {
  if (!mayImportPeople(actor)) return { ok: false, reason: "not-allowed" };
  const reading = await readPeopleFile(actor, content);
  if (!reading.ok) return reading;
  const { table } = reading;
  const settings = { ...suggestedSettings(table), dateOrder, emptyCells, ticked: [] };
  return inOrganisation(platform, actor, async (tx): Promise<DirectImportOutcome> => {
    if (store) await lockPeople(tx, actor);
    const now = platform.clock.now();
    const planned = await planTable(tx, actor, table, settings, now);
    if (!planned.ready) return { ok: false, reason: "incomplete", faults: planned.faults };
    const addresses = await plannedAddresses(platform, tx, actor, planned.plan);
    if (store) {
      const counts = await applyImportPlan(platform, tx, actor, "command", planned);
      await recordAudit(platform, tx, actor, {
        action: "people-import.confirmed",
        subjectKind: "people-import",
        detail: counts,
      });
    }
    return accept({ plan: planned.plan, stored: store, addresses });
  });
}
