import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  insertAppointment,
  lockAdministrators,
  membershipOfPerson,
  setRights,
} from "../administrator-store.server.ts";
import type { Directory } from "../directory.ts";
import type { Actor } from "../domain/actor.ts";
import { type Limit, type Office, rightsOf } from "../domain/office.ts";
import { holdsOn } from "../hold-reads.server.ts";
import { mayDecideAccess } from "../policy.ts";
import { presenceIn } from "../presence.server.ts";
import { recordAudit } from "../record-audit.server.ts";

type Parts = Platform & { directory: Directory };

/** `now`: they have an account, and the office from this moment. `with-account`: they will, once they open one. */
export type Appointed = "now" | "with-account";

/**
 * Gives a person of the directory an office, but for one whose address was changed a short while ago. `tell` runs in
 * the same transaction, so that they hear of it exactly when it is so. Whoever has one already is given another by
 * `changeOffice`.
 */
export async function appointOfficial(
  parts: Parts,
  actor: Actor,
  { personId, office, units }: { personId: string; office: Office; units: Limit },
  tell: (tx: Tx) => Promise<void>,
): Promise<Outcome<Appointed, "not-allowed" | "unknown" | "already" | "readdressed">> {
  if (!mayDecideAccess(actor)) return refuse("not-allowed");
  if (!isId(personId)) return refuse("unknown");
  return inOrganisation(parts, actor, async (tx) => {
    await lockAdministrators(tx, actor);
    const at = parts.clock.now();
    if ((await holdsOn(tx, actor, [personId], at)).size > 0) return refuse("readdressed");
    const { presence } = await presenceIn(parts, tx, actor, { personId });
    if (presence !== "in") return refuse("unknown");
    const membership = await membershipOfPerson(tx, actor, personId);
    if (membership && membership.role !== "member" && membership.state === "active")
      return refuse("already");
    const given = rightsOf(office, units);
    const appointment = { personId, office, units: given.units, appointedBy: actor.accountId };
    const rights = { ...given, by: actor.accountId, at };
    if (membership) await setRights(tx, actor, membership.id, rights);
    else if (!(await insertAppointment(tx, actor, { ...appointment, appointedAt: at })))
      return refuse("already");
    await recordAudit(parts, tx, actor, {
      action: "administrator.appointed",
      subjectKind: "person",
      subjectId: personId,
      detail: { office, ...(given.units && { units: given.units.length }) },
    });
    await tell(tx);
    return accept<Appointed>(membership ? "now" : "with-account");
  });
}
