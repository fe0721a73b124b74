import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { endMembership, lockAdministrators, setRole } from "../administrator-store.server.ts";
import type { Directory } from "../directory.ts";
import type { Actor } from "../domain/actor.ts";
import { mayAdminister } from "../policy.ts";
import { presenceIn } from "../presence.server.ts";
import { recordAudit } from "../record-audit.server.ts";
import { type Administrator, administratorsOf } from "./administrator-reads.server.ts";

type Parts = Platform & { directory: Directory };

/**
 * Takes an administrator's role away: a person of the directory stays a member; an account that is nobody's in it ends. Never
 * the last one who is in, since nobody could appoint another.
 */
export async function removeAdministrator(
  parts: Parts,
  actor: Actor,
  membershipId: string,
): Promise<Outcome<{ self: boolean }, "not-allowed" | "unknown" | "last">> {
  if (!mayAdminister(actor)) return refuse("not-allowed");
  return inOrganisation(parts, actor, async (tx) => {
    await lockAdministrators(tx, actor);
    const all = await administratorsOf(tx, actor);
    const removed = all.find((each) => each.membershipId === membershipId);
    if (!removed) return refuse("unknown");
    if (
      !(await anyIn(
        parts,
        tx,
        actor,
        all.filter((each) => each !== removed),
      ))
    )
      return refuse("last");
    const given = { role: "member", by: actor.accountId, at: parts.clock.now() } as const;
    if (removed.personId === null) await endMembership(tx, actor, membershipId);
    else await setRole(tx, actor, membershipId, given);
    await recordAudit(parts, tx, actor, {
      action: "administrator.removed",
      subjectKind: "membership",
      subjectId: membershipId,
    });
    return accept({ self: removed.accountId === actor.accountId });
  });
}

async function anyIn(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  others: readonly Administrator[],
): Promise<boolean> {
  for (const { personId, memberSince } of others) {
    const asked = { personId, membership: { active: true, since: memberSince } };
    if ((await presenceIn(parts, tx, actor, asked)).presence === "in") return true;
  }
  return false;
}
