import type { Tx } from "~/platform/db/database.server.ts";
import { pseudonymOf } from "../pseudonyms/pseudonym.server.ts";
import { isAbout } from "./about-reads.server.ts";

/**
 * Deletes whatever one rater has answered about one subject, or in a round about nobody, drafts and sent answers alike,
 * in the caller's transaction. Says nothing of whether there was anything.
 */
export async function forgetAnswers(
  tx: Tx,
  secret: string,
  rater: { organisationId: string; roundId: string; subjectId: string | null; personId: string },
): Promise<void> {
  const { organisationId, roundId, subjectId, personId } = rater;
  const pseudonym = await pseudonymOf(tx, { organisationId, id: roundId }, secret, {
    personId,
    subjectId,
  });
  if (!pseudonym) return;
  await tx
    .deleteFrom("response")
    .where("organisationId", "=", organisationId)
    .where(isAbout({ roundId, subjectId }))
    .where("pseudonym", "=", pseudonym)
    .execute();
}
