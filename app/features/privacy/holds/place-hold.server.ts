import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { findPerson } from "~/features/people/domain/index.ts";
import { organisationZone, peopleMeantBy } from "~/features/people/index.server.ts";
import { roundsToHold } from "~/features/rounds/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isTheirs, mayKeepPrivacy } from "../policy.ts";
import { type Held, insertHold, sparedBy } from "../store/hold-store.server.ts";
import { lockForgetting } from "../store/period-store.server.ts";

const LONGEST_REASON = 2_000;
const reason = z.string("missing").trim().min(1, "missing").max(LONGEST_REASON, "too-long");

/** `person`: by name, address or employee id, whatever means exactly one. */
export const placeHoldInput = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("person"),
    person: z.string("missing").trim().min(1, "missing").max(300, "too-long"),
    reason,
  }),
  z.object({ intent: z.literal("round"), round: z.uuid("missing"), reason }),
]);

/**
 * From now on nothing of somebody, or of a round, is forgotten or erased, until the hold ends. It delays nothing by
 * which answers are cut from people.
 */
export async function placeHold(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  input: z.output<typeof placeHoldInput>,
): Promise<Outcome<void, "not-allowed"> | Problems> {
  if (!mayKeepPrivacy(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    await lockForgetting(tx, actor);
    const held = await whatIsMeant(tx, actor, input);
    if ("code" in held) return refuseInput(held);
    const { people, rounds } = await sparedBy(tx, actor);
    const field = input.intent;
    if (people.includes(held.personId ?? "") || rounds.includes(held.roundId ?? ""))
      return refuseInput({ field, code: "already" });
    const id = newId();
    const placedOn = todayFor(platform, await organisationZone(tx, actor));
    const { accountId: placedBy } = actor;
    await insertHold(tx, actor, { ...held, id, reason: input.reason, placedOn, placedBy });
    await recordAudit(platform, tx, actor, { action: "hold.placed", ...subjectOf(held) });
    return { ok: true };
  });
}

/** What an audit record of a hold is about; why it was placed is in none. */
export function subjectOf({ personId, roundId }: Held) {
  const [subjectKind, subjectId] = personId === null ? ["cycle", roundId] : ["person", personId];
  return { subjectKind, ...(subjectId === null ? {} : { subjectId }) };
}

async function whatIsMeant(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof placeHoldInput>,
): Promise<Held | Problem> {
  if (input.intent === "round") {
    const known = (await roundsToHold(tx, actor)).some(({ id }) => id === input.round);
    return known ? { personId: null, roundId: input.round } : { field: "round", code: "unknown" };
  }
  const found = findPerson(await peopleMeantBy(tx, actor, input.person), input.person);
  if (!found.ok) return { field: "person", code: found.code === "nobody" ? "unknown" : "several" };
  if (isTheirs(actor, found.person.id)) return { field: "person", code: "own" };
  return { personId: found.person.id, roundId: null };
}
