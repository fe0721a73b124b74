import { sql } from "kysely";
import type { RoundKey } from "~/features/rounds/index.server.ts";
import { lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Whoever is assessed in a round, written down as they were when it began. */
export type Assessed = {
  subjectId: string;
  roundId: string;
  personId: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
  managerId: string | null;
  secondId: string | null;
  competencies: string[];
  concludedOn: string | null;
};

/** Everybody who is assessed, to be narrowed down, but for those who were taken out. */
function assessedRows(tx: Tx, scope: OrganisationScope) {
  return tx
    .selectFrom("assessed")
    .innerJoin(lentSubjects(scope), (join) => join.onRef("subject.id", "=", "assessed.subjectId"))
    .where("assessed.organisationId", "=", scope.organisationId)
    .where("subject.withdrawn", "=", false)
    .select(["assessed.subjectId", "subject.roundId", "subject.personId", "subject.name"])
    .select(["subject.jobTitle", "subject.department", "subject.managerId", "assessed.secondId"])
    .select(["assessed.competencies", "assessed.concludedOn"]);
}

/** Everybody who is assessed in a round, by name. */
export function assessedIn(tx: Tx, { organisationId, id }: RoundKey): Promise<Assessed[]> {
  return assessedRows(tx, { organisationId })
    .where("subject.roundId", "=", id)
    .orderBy("subject.name")
    .orderBy("subject.id")
    .execute();
}

/** The same of some subjects of any round. */
export async function assessedByIds(
  tx: Tx,
  scope: OrganisationScope,
  subjectIds: readonly string[],
): Promise<Assessed[]> {
  if (subjectIds.length === 0) return [];
  return assessedRows(tx, scope)
    .where("assessed.subjectId", "=", sql<string>`ANY(${subjectIds}::uuid[])`)
    .orderBy("subject.name")
    .orderBy("subject.id")
    .execute();
}

/** One of them, held until the transaction ends: of one person one thing happens at a time. */
export async function lockAssessed(
  tx: Tx,
  scope: OrganisationScope,
  subjectId: string,
): Promise<Assessed | null> {
  if (!isId(subjectId)) return null;
  await tx
    .selectFrom("assessed")
    .where("organisationId", "=", scope.organisationId)
    .where("subjectId", "=", subjectId)
    .select("subjectId")
    .forUpdate()
    .executeTakeFirst();
  const [found] = await assessedByIds(tx, scope, [subjectId]);
  return found ?? null;
}

export async function insertAssessed(
  tx: Tx,
  { organisationId }: OrganisationScope,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await sql`
    INSERT INTO assessed (organisation_id, subject_id)
    SELECT ${organisationId}::uuid, id FROM unnest(${subjectIds}::uuid[]) AS id`.execute(tx);
}

export async function updateAssessed(
  tx: Tx,
  { organisationId }: OrganisationScope,
  subjectId: string,
  changes: { secondId?: string | null; concludedOn?: string },
): Promise<void> {
  await tx
    .updateTable("assessed")
    .set(changes)
    .where("organisationId", "=", organisationId)
    .where("subjectId", "=", subjectId)
    .execute();
}

/** On which competencies each of them is placed, in one statement. */
export async function writeCompetencies(
  tx: Tx,
  { organisationId }: OrganisationScope,
  placed: readonly { subjectId: string; competencies: readonly string[] }[],
): Promise<void> {
  const rows = placed.map((each) => ({
    subject_id: each.subjectId,
    competencies: each.competencies,
  }));
  await sql`
    UPDATE assessed SET competencies = given.competencies
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (subject_id uuid, competencies text[])
     WHERE assessed.organisation_id = ${organisationId}::uuid AND assessed.subject_id = given.subject_id`.execute(
    tx,
  );
}
