import type { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { accept, type Outcome, type Problems, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { peopleByIds } from "../colleague-reads.server.ts";
import { type grantInput, grantProblems } from "../domain/reading-grant.ts";
import { todayWhere } from "../zone-reads.server.ts";
import { insertGrant } from "./grant-store.server.ts";
import type { GrantedThing } from "./granted-thing.ts";

/**
 * Lets one colleague read parts of what is the actor's own until a day; a coach all of it. The caller has shown that it
 * is theirs: nobody else gives it, HR included.
 */
export async function giveReading(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor & { personId: string },
  thing: GrantedThing,
  given: z.output<typeof grantInput> & { parts: readonly string[] },
): Promise<Outcome<{ name: string }, never> | Problems> {
  const today = await todayWhere(platform, tx, actor);
  const { person: personId, reader, parts, endsOn } = given;
  const problems = grantProblems(given, parts, { own: actor.personId, today });
  if (problems.length > 0) return refuseInput(...problems);
  const [person] = await peopleByIds(tx, actor, [personId]);
  if (!person || person.external || person.status !== "active")
    return refuseInput({ field: "person", code: "person" });
  await insertGrant(tx, {
    organisationId: actor.organisationId,
    id: newId(),
    ...{ kind: thing.kind, thingId: thing.id, ownerId: actor.personId, personId, reader, endsOn },
    parts: reader === "coach" ? [] : [...parts],
    grantedAt: platform.clock.now(),
  });
  await recordAudit(platform, tx, actor, {
    action: `${thing.kind}.shared`,
    subjectKind: thing.kind,
    subjectId: thing.id,
    detail: { personId, reader, sections: parts.join(" "), endsOn },
  });
  return accept({ name: person.name });
}
