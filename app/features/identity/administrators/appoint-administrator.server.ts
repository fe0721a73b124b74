import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  insertAppointment,
  lockAdministrators,
  membershipOfPerson,
  setRole,
} from "../administrator-store.server.ts";
import type { Directory } from "../directory.ts";
import type { Actor } from "../domain/actor.ts";
import { holdsOn } from "../hold-reads.server.ts";
import { mayAdminister } from "../policy.ts";
import { presenceIn } from "../presence.server.ts";
import { recordAudit } from "../record-audit.server.ts";

type Parts = Platform & { directory: Directory };

/** `now`: they have an account, and administer from this moment. `with-account`: they will, once they open one. */
export type Appointed = "now" | "with-account";

/**
 * Makes a person of the directory an administrator, but for one whose address was changed a short while ago. `tell` runs in the same
 * transaction, so that they hear of it exactly when it is so.
 */
export async function appointAdministrator(
  parts: Parts,
  actor: Actor,
  personId: string,
  tell: (tx: Tx) => Promise<void>,
): Promise<Outcome<Appointed, "not-allowed" | "unknown" | "already" | "readdressed">> {
  if (!mayAdminister(actor)) return refuse("not-allowed");
  if (!isId(personId)) return refuse("unknown");
  return inOrganisation(parts, actor, async (tx) => {
    await lockAdministrators(tx, actor);
    const at = parts.clock.now();
    if ((await holdsOn(tx, actor, [personId], at)).size > 0) return refuse("readdressed");
    const { presence } = await presenceIn(parts, tx, actor, { personId });
    if (presence !== "in") return refuse("unknown");
    const membership = await membershipOfPerson(tx, actor, personId);
    if (membership?.role === "admin" && membership.state === "active") return refuse("already");
    const appointment = { personId, appointedBy: actor.accountId, appointedAt: at };
    if (membership)
      await setRole(tx, actor, membership.id, { role: "admin", by: actor.accountId, at });
    else if (!(await insertAppointment(tx, actor, appointment))) return refuse("already");
    await recordAudit(parts, tx, actor, {
      action: "administrator.appointed",
      subjectKind: "person",
      subjectId: personId,
    });
    await tell(tx);
    return accept<Appointed>(membership ? "now" : "with-account");
  });
}
