import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Outcome } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changingPerson } from "../changing-person.server.ts";
import { recordHistory } from "../history/history-store.server.ts";
import { setActive } from "../store.server.ts";

/**
 * Sets someone active again. Their account, requests and reports are theirs as before, and what their address keeps
 * shut stays shut (decision 26); sessions ended, so they sign in anew.
 */
export function reactivatePerson(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  personId: string,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  return changingPerson(platform, actor, personId, async (tx, person) => {
    if (person.status === "active") return { ok: true } as const;
    const at = platform.clock.now();
    await setActive(tx, actor, personId, at);
    await recordHistory(tx, { ...actor, way: "hand", at }, [
      {
        personId,
        revision: person.revision + 1,
        changes: [{ field: "status", from: "inactive", to: "active" }],
      },
    ]);
    await recordAudit(platform, tx, actor, {
      action: "person.reactivated",
      subjectKind: "person",
      subjectId: personId,
    });
    return { ok: true } as const;
  });
}
