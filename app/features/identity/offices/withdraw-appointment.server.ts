import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { takeAppointment } from "../administrator-store.server.ts";
import type { Actor } from "../domain/actor.ts";
import { mayDecideAccess } from "../policy.ts";
import { recordAudit } from "../record-audit.server.ts";

/** Takes back an appointment of someone who has not opened an account yet. Their link still opens an ordinary one. */
export async function withdrawAppointment(
  platform: Platform,
  actor: Actor,
  personId: string,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (!mayDecideAccess(actor)) return refuse("not-allowed");
  if (!isId(personId)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    if (!(await takeAppointment(tx, actor, personId))) return refuse("unknown");
    await recordAudit(platform, tx, actor, {
      action: "administrator.appointment-withdrawn",
      subjectKind: "person",
      subjectId: personId,
    });
    return { ok: true };
  });
}
