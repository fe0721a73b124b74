import { sql } from "kysely";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { NudgeChoice, Practice } from "../domain/practice/practice.ts";
import { daysOfPractices, type KeptPractice } from "../practice/practice-store.server.ts";

/** A practice whose owner may be due a nudge, with all that decides on it but where they are. */
export type DuePractice = Pick<
  KeptPractice,
  | ("id" | "cue" | "action" | "begunOn" | "endsOn" | "endedOn" | "weekdays")
  | ("nudges" | "nudgeHour" | "checkIns" | "nudged")
> & { personId: string };

/**
 * So many of those that are to be looked at by now, the longest due first, held until the transaction ends. Whoever
 * else looks meanwhile gets others.
 */
export async function holdDue(
  tx: Tx,
  scope: OrganisationScope,
  { now, most }: { now: Date; most: number },
): Promise<DuePractice[]> {
  const rows = await tx
    .selectFrom("practice")
    .where("organisationId", "=", scope.organisationId)
    .where("nudgeAt", "<=", now)
    .select(["id", "personId", "cue", "action", "begunOn", "endsOn", "endedOn", "weekdays"])
    .select(["nudges", "nudgeHour"])
    .orderBy("nudgeAt")
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  const days = await daysOfPractices(
    tx,
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map(({ nudges, ...row }) => ({
    ...row,
    nudges: nudges as NudgeChoice,
    ...days(row.id),
  }));
}

/** When each of these is looked at next; null: not any more. */
export async function lookAgainAt(
  tx: Tx,
  { organisationId }: OrganisationScope,
  next: readonly { id: string; at: Date | null }[],
): Promise<void> {
  const [ids, times] = [next.map(({ id }) => id), next.map(({ at }) => at)];
  await sql`
    UPDATE practice SET nudge_at = given.at
      FROM unnest(${ids}::uuid[], ${times}::timestamptz[]) AS given (id, at)
     WHERE practice.organisation_id = ${organisationId}::uuid AND practice.id = given.id
  `.execute(tx);
}

/** That nudges left, each on a day where their reader is. */
export async function rememberNudges(
  tx: Tx,
  { organisationId }: OrganisationScope,
  nudges: readonly { practiceId: string; day: string }[],
): Promise<void> {
  const [ids, days] = [nudges.map(({ practiceId }) => practiceId), nudges.map(({ day }) => day)];
  await sql`
    INSERT INTO practice_nudge (organisation_id, practice_id, day)
    SELECT ${organisationId}::uuid, practice_id, day
      FROM unnest(${ids}::uuid[], ${days}::date[]) AS given (practice_id, day)
        ON CONFLICT DO NOTHING
  `.execute(tx);
}

/** When somebody of an organisation may be due a nudge next; null when nobody is. */
export async function firstNudgeAt(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<Date | null> {
  const row = await tx
    .selectFrom("practice")
    .where("organisationId", "=", organisationId)
    .where("nudgeAt", "is not", null)
    .select("nudgeAt")
    .orderBy("nudgeAt")
    .limit(1)
    .executeTakeFirst();
  return row?.nudgeAt ?? null;
}

/** What the link of a nudge needs of these practices, of those that run: whose each is, as they are now. */
export async function nudgedPractices(
  tx: Tx,
  scope: OrganisationScope,
  ids: readonly string[],
): Promise<Map<string, Pick<Practice, "nudges"> & { personId: string; linkVersion: number }>> {
  const rows = await tx
    .selectFrom("practice")
    .innerJoin(lentPeople(scope), (join) => join.onRef("person.id", "=", "practice.personId"))
    .where("practice.organisationId", "=", scope.organisationId)
    .where("practice.id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .where("practice.state", "=", "running")
    .where("person.status", "=", "active")
    .select(["practice.id", "practice.personId", "practice.nudges", "person.linkVersion"])
    .execute();
  return new Map(
    rows.map(({ id, nudges, ...row }) => [id, { ...row, nudges: nudges as NudgeChoice }]),
  );
}
