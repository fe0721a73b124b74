import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { finishImport } from "./import-store.server.ts";
import { mayImportPeople } from "./policy.ts";

/** Ends an import without storing anything, and erases its file. */
export async function discardPeopleImport(
  platform: Platform,
  actor: Actor,
  importId: string,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (!mayImportPeople(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const at = platform.clock.now();
    const discarded = await finishImport(tx, actor, importId, { state: "discarded", at });
    if (!discarded) return refuse("unknown");
    await recordAudit(platform, tx, actor, {
      action: "people-import.discarded",
      subjectKind: "people-import",
      subjectId: importId,
    });
    return { ok: true };
  });
}
