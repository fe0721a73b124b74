import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { todayWhere } from "../zone-reads.server.ts";
import { endGrant, insertGrant } from "./grant-store.server.ts";
import type { GrantedThing } from "./granted-thing.ts";

/**
 * Takes back one grant of what is the actor's own, or what somebody (`fromPerson`) may read without one, such as a
 * coach whom HR named: then that it was taken back is what is kept.
 */
export async function takeReadingBack(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor & { personId: string },
  thing: GrantedThing,
  what: { grantId: string } | { fromPerson: string },
): Promise<Outcome<void, "unknown">> {
  const now = platform.clock.now();
  if ("fromPerson" in what)
    await insertGrant(tx, {
      organisationId: actor.organisationId,
      id: newId(),
      ...{ kind: thing.kind, thingId: thing.id, ownerId: actor.personId, reader: "coach" },
      personId: what.fromPerson,
      ...{ grantedAt: now, revokedAt: now, endsOn: await todayWhere(platform, tx, actor) },
    });
  else {
    const which = { grantId: what.grantId, ownerId: actor.personId, revokedAt: now };
    const ended = await endGrant(tx, actor, thing, which);
    if (!ended) return refuse("unknown");
  }
  await recordAudit(platform, tx, actor, {
    action: `${thing.kind}.share-revoked`,
    subjectKind: thing.kind,
    subjectId: thing.id,
  });
  return { ok: true };
}
