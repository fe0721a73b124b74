import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isOwnList } from "~/features/rounds/domain/index.ts";
import { requestsAbout } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Outcome } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type AddRefusals, mayAdd, putOnList } from "./add-rater.server.ts";
import { changeNomination, type Nomination } from "./nomination-change.server.ts";
import { takenOffAs } from "./taken-off-store.server.ts";

export const putBackInput = z.object({
  person: z.uuid(),
  /** As what they were asked. What is stored of it goes before. */
  relationship: z.string().default(""),
  /** Set for whom the participant had brought: they go on counting as that. */
  brought: z.literal("1").optional(),
});

/**
 * Puts someone back on a list as they stood on it: as the same, and brought by whom they were. After the launch they
 * are written to and asked anew: what they had answered was deleted when they were taken off, and stays so.
 */
export function putBackRater(
  platform: Platform,
  actor: Actor,
  participantId: string,
  given: z.output<typeof putBackInput>,
): Promise<Outcome<void, AddRefusals>> {
  return changeNomination<Outcome<void, AddRefusals>>(
    platform,
    actor,
    participantId,
    mayAdd,
    async (tx, found) => {
      const { relationship, instead, bySubject } = await placeBefore(tx, actor, found, given);
      const rater = { personId: given.person, relationship };
      const outcome = await putOnList(platform, tx, actor, found, rater, { instead, bySubject });
      if (outcome.ok)
        await recordAudit(platform, tx, actor, {
          action: "rater.put-back",
          subjectKind: "participant",
          subjectId: found.participant.id,
        });
      return outcome;
    },
  );
}

type Place = { relationship: string; instead: string | null; bySubject: boolean };

/** How somebody stood on a list. Only to be stricter is a form believed: that the participant had brought them. */
async function placeBefore(
  tx: Tx,
  actor: Actor,
  { participant }: Nomination,
  { person, relationship, brought }: z.output<typeof putBackInput>,
): Promise<Place> {
  const asked = (await requestsAbout(tx, actor, participant.id)).find(
    ({ personId }) => personId === person,
  );
  if (asked)
    return {
      relationship: asked.relationship,
      instead: asked.replaces,
      bySubject: asked.bySubject,
    };
  const own = isOwnList(actor, participant);
  const { organisationId } = actor;
  const key = { organisationId, participantId: participant.id, personId: person };
  // Whom others had put on it, and the participant took off.
  const given = await takenOffAs(tx, key);
  if (given !== null && brought === undefined)
    return { relationship: given, instead: null, bySubject: false };
  return { relationship, instead: null, bySubject: own || brought !== undefined };
}
