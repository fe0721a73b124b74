import { sql } from "kysely";
import { lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Who is assessed by somebody, as a person: whom one record of a person can't be and assess at once. */
export async function assessedBy(
  tx: Tx,
  scope: OrganisationScope,
  authorId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("assessmentSheet")
    .innerJoin(lentSubjects(scope), (join) =>
      join.onRef("subject.id", "=", "assessmentSheet.subjectId"),
    )
    .where("assessmentSheet.organisationId", "=", scope.organisationId)
    .where("assessmentSheet.authorId", "=", authorId)
    .select("subject.personId")
    .distinct()
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Every subject that is a person, of any round. */
export async function subjectsOf(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom(lentSubjects(scope))
    .innerJoin("assessed", (join) => join.onRef("assessed.subjectId", "=", "subject.id"))
    .where("assessed.organisationId", "=", scope.organisationId)
    .where("subject.personId", "=", personId)
    .select("subject.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Whatever names one record of a person as an assessor names another from now on, or nobody. */
export async function giveAssessments(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { goes, stays }: { goes: string; stays: string | null },
): Promise<void> {
  await tx
    .updateTable("assessmentSheet")
    .set({ authorId: stays })
    .where("organisationId", "=", organisationId)
    .where("authorId", "=", goes)
    .execute();
  await tx
    .updateTable("assessed")
    .set({ secondId: stays })
    .where("organisationId", "=", organisationId)
    .where("secondId", "=", goes)
    .execute();
}

/** Deletes what somebody had begun to write and not sent: it was theirs alone. */
export async function deleteUnsent(
  tx: Tx,
  { organisationId }: OrganisationScope,
  authorId: string,
): Promise<void> {
  await tx
    .updateTable("assessmentSheet")
    .set({ levels: sql`'{}'::jsonb` })
    .where("organisationId", "=", organisationId)
    .where("authorId", "=", authorId)
    .where("sentOn", "is", null)
    .execute();
}
