import type { Tx } from "~/platform/db/database.server.ts";

type Key = { organisationId: string; id: string };

/**
 * Takes back every open request about a participant, remembering that it was because of them; what was declined stays
 * declined.
 */
export async function withdrawRequestsAbout(tx: Tx, participant: Key): Promise<void> {
  await tx
    .updateTable("rater")
    .set({ state: "withdrawn", leftWithParticipant: true })
    .where("organisationId", "=", participant.organisationId)
    .where("participantId", "=", participant.id)
    .where("state", "=", "invited")
    .execute();
}

/** Asks again whoever was asked when the participant left. @returns whom. */
export async function askAgainAbout(tx: Tx, participant: Key): Promise<string[]> {
  const rows = await tx
    .updateTable("rater")
    .set({ state: "invited", leftWithParticipant: false })
    .where("organisationId", "=", participant.organisationId)
    .where("participantId", "=", participant.id)
    .where("state", "=", "withdrawn")
    .where("leftWithParticipant", "=", true)
    .returning("personId")
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Deletes every answer about a participant, begun or sent, their own view included. */
export async function forgetAnswersAbout(tx: Tx, participant: Key): Promise<void> {
  await tx
    .deleteFrom("response")
    .where("organisationId", "=", participant.organisationId)
    .where("participantId", "=", participant.id)
    .execute();
}
