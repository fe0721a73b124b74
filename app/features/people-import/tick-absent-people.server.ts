import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { loadPendingImport, saveImportSettings } from "./import-store.server.ts";
import { planTable } from "./plan-people-import.server.ts";
import { mayImportPeople } from "./policy.ts";
import { readPendingImport } from "./read-pending-import.server.ts";

/** `shown`: those of a page are ticked as told, others keep their tick. */
export type Ticks = { all: boolean } | { shown: readonly string[]; ticked: readonly string[] };

/** Notes which absent people are to become inactive when the import is confirmed, and says whether that is news. */
export async function tickAbsentPeople(
  platform: Platform,
  actor: Actor,
  importId: string,
  ticks: Ticks,
): Promise<Outcome<{ changed: boolean }, "not-allowed" | "unknown" | "busy">> {
  if (!mayImportPeople(actor)) return refuse("not-allowed");
  const read = await readPendingImport(platform, actor, importId);
  if (!read.ok) return read;
  return inOrganisation(platform, actor, async (tx) => {
    const pending = await loadPendingImport(tx, actor, importId, { lock: true });
    if (!pending) return refuse("unknown");
    const { settings } = pending;
    const planning = await planTable(tx, actor, read.value, settings, platform.clock.now());
    const absent = planning.ready ? planning.plan.absent.map(({ personId }) => personId) : [];
    const before = absent.filter((personId) => settings.ticked.includes(personId));
    const ticked = afterTicking(absent, new Set(before), ticks);
    await saveImportSettings(tx, actor, importId, { ...settings, ticked });
    return accept({ changed: ticked.join() !== before.join() });
  });
}

function afterTicking(absent: string[], before: ReadonlySet<string>, ticks: Ticks): string[] {
  if ("all" in ticks) return ticks.all ? absent : [];
  const [shown, ticked] = [new Set(ticks.shown), new Set(ticks.ticked)];
  return absent.filter((personId) => (shown.has(personId) ? ticked : before).has(personId));
}
