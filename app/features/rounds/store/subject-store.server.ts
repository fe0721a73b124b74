import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Subject as SubjectTable } from "~/platform/db/schema.gen.ts";
import { isListShape, type ListShape } from "../domain/list-shape.ts";
import { lockRound, type Round, type RoundKey } from "./round-store.server.ts";

/** Whom a round asks about, written down as they were when it began. */
export type Subject = Selectable<SubjectTable>;
export type NewSubject = Insertable<SubjectTable>;
export type SubjectChanges = Updateable<SubjectTable>;

const ROWS_PER_STATEMENT = 1_000;

/** Whose a subject's list is, as it was stored. */
export function storedShape(stored: string): ListShape {
  if (!isListShape(stored)) throw new Error(`unknown shape of a list ${stored}`);
  return stored;
}

/** Adds subjects; someone a round asks about already stays as they are. @returns the ids of those who were added. */
export async function insertSubjects(tx: Tx, subjects: readonly NewSubject[]): Promise<string[]> {
  const added: string[] = [];
  for (let start = 0; start < subjects.length; start += ROWS_PER_STATEMENT) {
    const rows = await tx
      .insertInto("subject")
      .values(subjects.slice(start, start + ROWS_PER_STATEMENT).map(withUnit))
      .onConflict((conflict) =>
        conflict.columns(["organisationId", "roundId", "personId"]).doNothing(),
      )
      .returning("id")
      .execute();
    added.push(...rows.map(({ id }) => id));
  }
  return added;
}

/** The department once more, for which rounds an office of units reaches: this one stays when somebody is erased. */
function withUnit(subject: NewSubject): NewSubject {
  return { ...subject, unit: subject.department ?? null };
}

export async function deleteSubjects(
  tx: Tx,
  round: RoundKey,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await tx
    .deleteFrom("subject")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("id", "in", subjectIds)
    .execute();
}

export async function updateSubject(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
  changes: SubjectChanges,
): Promise<void> {
  await tx
    .updateTable("subject")
    .set(changes)
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .execute();
}

/**
 * A subject and their round, both locked; for changes to who is asked about them. The round comes first, as everywhere,
 * so that two transactions never wait for each other.
 */
export async function lockSubject(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<{ subject: Subject; round: Round } | null> {
  if (!isId(id)) return null;
  const ofSubject = tx
    .selectFrom("subject")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id);
  const found = await ofSubject.select("roundId").executeTakeFirst();
  const round = found && (await lockRound(tx, scope, found.roundId));
  if (!round) return null;
  const subject = await ofSubject.selectAll().forUpdate().executeTakeFirst();
  return subject ? { subject, round } : null;
}

/** Gives subjects of a round a coach, or none. */
export async function setCoach(
  tx: Tx,
  round: RoundKey,
  subjectIds: readonly string[],
  coachId: string | null,
): Promise<void> {
  await changeSubjects(tx, round, subjectIds, { coachId });
}

/** Writes down whose these subjects' lists are. */
export async function setLists(
  tx: Tx,
  round: RoundKey,
  subjectIds: readonly string[],
  list: ListShape,
): Promise<void> {
  await changeSubjects(tx, round, subjectIds, { list });
}

async function changeSubjects(
  tx: Tx,
  round: RoundKey,
  subjectIds: readonly string[],
  changes: SubjectChanges,
): Promise<void> {
  await tx
    .updateTable("subject")
    .set(changes)
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("id", "=", sql<string>`ANY(${subjectIds}::uuid[])`)
    .execute();
}

/** Someone as they are now, with what their role needs, as far as that is known. */
export type Snapshot = Pick<
  Subject,
  "personId" | "name" | "jobTitle" | "jobLevel" | "department" | "country" | "managerId"
> & { role: object | null };

/** Writes a round's subjects down as they are now, in one statement. */
export async function writeSnapshots(
  tx: Tx,
  round: RoundKey,
  people: readonly Snapshot[],
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((each) => ({
    person_id: each.personId,
    name: each.name,
    job_title: each.jobTitle,
    job_level: each.jobLevel,
    department: each.department,
    country: each.country,
    manager_id: each.managerId,
    role_profile: each.role,
  }));
  await sql`
    UPDATE subject
       SET (name, job_title, job_level, department, unit, country, manager_id, role_profile)
         = (given.name, given.job_title, given.job_level, given.department, given.department, given.country,
            given.manager_id, NULLIF(given.role_profile, 'null'))
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given
           (person_id uuid, name text, job_title text, job_level text, department text, country text, manager_id uuid,
            role_profile jsonb)
     WHERE subject.organisation_id = ${round.organisationId}::uuid AND subject.round_id = ${round.id}::uuid
       AND subject.person_id = given.person_id
  `.execute(tx);
}
