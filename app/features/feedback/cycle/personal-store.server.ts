import { sql } from "kysely";
import { lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Whoever a participant took off their list is the other record from now on; who stands there already stays. */
export async function moveTakenOff(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { goes, stays }: { goes: string; stays: string },
): Promise<void> {
  await sql`
    INSERT INTO taken_off (organisation_id, participant_id, person_id, relationship)
    SELECT organisation_id, participant_id, ${stays}::uuid, relationship FROM taken_off
     WHERE organisation_id = ${organisationId}::uuid AND person_id = ${goes}::uuid
    ON CONFLICT (organisation_id, participant_id, person_id) DO NOTHING
  `.execute(tx);
  await deleteTakenOff(tx, { organisationId }, goes);
}

export async function deleteTakenOff(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("takenOff")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}

/** How many files of assignments wait to be confirmed, in any round. */
export async function countAssignmentFiles(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<number> {
  const { count } = await tx
    .selectFrom("assignmentFile")
    .where("organisationId", "=", organisationId)
    .where("state", "=", "uploaded")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Erases every file of assignments that waits: any of them may hold anybody. */
export async function eraseAssignmentFiles(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<void> {
  await tx
    .updateTable("assignmentFile")
    .set({ state: "discarded", content: null, fileName: "–" })
    .where("organisationId", "=", organisationId)
    .where("state", "=", "uploaded")
    .execute();
}

/** Erases why lists of this person's raters were given back. */
export async function eraseNotesTo(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .updateTable("participant")
    .set({ nominationNote: null })
    .where("organisationId", "=", scope.organisationId)
    .where("subjectId", "in", (query) =>
      query
        .selectFrom(lentSubjects(scope))
        .where("subject.personId", "=", personId)
        .select("subject.id"),
    )
    .execute();
}
