import type { Tx } from "~/platform/db/database.server.ts";
import { pseudonymOf } from "../pseudonyms/pseudonym.server.ts";

/**
 * Deletes whatever one rater has answered about one participant, drafts and sent answers alike, in the caller's transaction.
 * Says nothing of whether there was anything.
 */
export async function forgetAnswers(
  tx: Tx,
  secret: string,
  rater: { organisationId: string; cycleId: string; participantId: string; personId: string },
): Promise<void> {
  const { organisationId, cycleId, participantId, personId } = rater;
  const pseudonym = await pseudonymOf(tx, { organisationId, id: cycleId }, secret, {
    personId,
    participantId,
  });
  if (!pseudonym) return;
  await tx
    .deleteFrom("response")
    .where("organisationId", "=", organisationId)
    .where("participantId", "=", participantId)
    .where("pseudonym", "=", pseudonym)
    .execute();
}
