import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isLastOwnerAmong, lockPeople } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { applyImportPlan, leavingBy } from "./apply-import-plan.server.ts";
import type { ImportCounts } from "./domain/import-state.ts";
import { finishImport, loadPendingImport } from "./import-store.server.ts";
import { planTable } from "./plan-people-import.server.ts";
import { mayImportPeople } from "./policy.ts";
import { readPendingImport } from "./read-pending-import.server.ts";

type Refusals =
  | "not-allowed"
  | "unknown"
  | "busy"
  | "incomplete"
  | "open-questions"
  | "directory-changed"
  | "last-owner";

/**
 * Stores a reviewed import in one transaction. The plan is made again from the directory as it is now; when it is not
 * the one that was reviewed (its fingerprint differs), nothing is stored and `directory-changed` is returned.
 */
export async function confirmPeopleImport(
  platform: Platform,
  actor: Actor,
  importId: string,
  reviewed: string,
): Promise<Outcome<ImportCounts, Refusals>> {
  if (!mayImportPeople(actor)) return refuse("not-allowed");
  const read = await readPendingImport(platform, actor, importId);
  if (!read.ok) return read;
  return inOrganisation(platform, actor, async (tx) => {
    await lockPeople(tx, actor);
    const pending = await loadPendingImport(tx, actor, importId, { lock: true });
    if (!pending) return refuse("unknown");
    const now = platform.clock.now();
    const planned = await planTable(tx, actor, read.value, pending.settings, now);
    if (!planned.ready) return refuse("incomplete");
    if (planned.questions.length > 0) return refuse("open-questions");
    if (planned.fingerprint !== reviewed) return refuse("directory-changed");
    if (await isLastOwnerAmong(platform, tx, actor, leavingBy(planned)))
      return refuse("last-owner");
    const counts = await applyImportPlan(platform, tx, actor, "import", planned);
    await finishImport(tx, actor, importId, { state: "confirmed", result: counts, at: now });
    await recordAudit(platform, tx, actor, {
      action: "people-import.confirmed",
      subjectKind: "people-import",
      subjectId: importId,
      detail: counts,
    });
    return accept(counts);
  });
}
