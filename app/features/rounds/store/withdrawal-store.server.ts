import type { Tx } from "~/platform/db/database.server.ts";

type SubjectKey = { organisationId: string; id: string };

/**
 * Takes back every open request about a subject, remembering that it was because of them; what was declined stays
 * declined.
 */
export async function withdrawRequestsAbout(tx: Tx, subject: SubjectKey): Promise<void> {
  await tx
    .updateTable("request")
    .set({ state: "withdrawn", leftWithSubject: true })
    .where("organisationId", "=", subject.organisationId)
    .where("subjectId", "=", subject.id)
    .where("state", "=", "invited")
    .execute();
}

/** Asks again whoever was asked when the subject left. @returns whom. */
export async function askAgainAbout(tx: Tx, subject: SubjectKey): Promise<string[]> {
  const rows = await tx
    .updateTable("request")
    .set({ state: "invited", leftWithSubject: false })
    .where("organisationId", "=", subject.organisationId)
    .where("subjectId", "=", subject.id)
    .where("state", "=", "withdrawn")
    .where("leftWithSubject", "=", true)
    .returning("personId")
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Deletes every answer about a subject, begun or sent, their own view included. */
export async function forgetAnswersAbout(tx: Tx, subject: SubjectKey): Promise<void> {
  await tx
    .deleteFrom("response")
    .where("organisationId", "=", subject.organisationId)
    .where("subjectId", "=", subject.id)
    .execute();
}
