import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { endMembership, lockAdministrators, setRights } from "../administrator-store.server.ts";
import type { Directory } from "../directory.ts";
import type { Actor } from "../domain/actor.ts";
import { NO_OFFICE } from "../domain/office.ts";
import { mayDecideAccess } from "../policy.ts";
import { recordAudit } from "../record-audit.server.ts";
import { anyOwnerBeside } from "./any-owner-beside.server.ts";
import { officialsOf } from "./official-reads.server.ts";

type Parts = Platform & { directory: Directory };

/**
 * Takes somebody's office away: a person of the directory stays a member; an account that is nobody's in it ends. An
 * owner does it, or whoever has the office for themselves; never of the last owner who is in, since nobody could
 * appoint another.
 */
export async function removeOfficial(
  parts: Parts,
  actor: Actor,
  membershipId: string,
): Promise<Outcome<{ self: boolean }, "not-allowed" | "unknown" | "last">> {
  return inOrganisation(parts, actor, async (tx) => {
    await lockAdministrators(tx, actor);
    const all = await officialsOf(tx, actor);
    const removed = all.find((each) => each.membershipId === membershipId);
    const self = removed?.accountId === actor.accountId;
    if (!self && !mayDecideAccess(actor)) return refuse("not-allowed");
    if (!removed) return refuse("unknown");
    if (removed.owner && !(await anyOwnerBeside(parts, tx, actor, removed))) return refuse("last");
    const given = { ...NO_OFFICE, by: actor.accountId, at: parts.clock.now() };
    if (removed.personId === null) await endMembership(tx, actor, membershipId);
    else await setRights(tx, actor, membershipId, given);
    await recordAudit(parts, tx, actor, {
      action: "administrator.removed",
      subjectKind: "membership",
      subjectId: membershipId,
      detail: { office: removed.office },
    });
    return accept({ self });
  });
}
