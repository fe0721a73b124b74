import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { TimeHat, TimeKind, TimeReading, TimeWeek } from "../domain/time/time.ts";

/** Where somebody's time goes, as they wrote it down: the only way to any of it. */
export type OwnTime = { kinds: TimeKind[]; weeks: TimeWeek[]; reading: TimeReading | null };

/** All that somebody keeps of where their time goes, the latest week first. */
export async function timeOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<OwnTime> {
  const weeks = await tx
    .selectFrom("timeWeek")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["id", "weekOn", "source", "revision"])
    .select(["managingMinutes", "leadingMinutes", "neitherMinutes"])
    .orderBy("weekOn", "desc")
    .execute();
  const spent = await tx
    .selectFrom("timeSpent")
    .where("organisationId", "=", organisationId)
    .where("weekId", "=", sql<string>`ANY(${weeks.map(({ id }) => id)}::uuid[])`)
    .select(["weekId", "kindId", "minutes", "meetings"])
    .orderBy("kindId")
    .execute();
  const byWeek = Map.groupBy(spent, ({ weekId }) => weekId);
  const reading = await tx
    .selectFrom("timeReading")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["readOn", "weekOn", "weeks", "meetings", "allDay", "declined", "cancelled", "free"])
    .select(["noLength", "unreadable", "unknownZone", "rare", "overlapMinutes", "byHand"])
    .executeTakeFirst();
  return {
    kinds: await kindsOf(tx, { organisationId }, personId),
    weeks: weeks.map(({ source, ...week }) => ({
      ...{ id: week.id, weekOn: week.weekOn, source: source as TimeWeek["source"] },
      ...{ managing: week.managingMinutes, leading: week.leadingMinutes },
      ...{ neither: week.neitherMinutes, revision: week.revision },
      spent: (byWeek.get(week.id) ?? []).map(({ weekId: _, ...each }) => each),
    })),
    reading: reading ?? null,
  };
}

async function kindsOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<TimeKind[]> {
  const rows = await tx
    .selectFrom("timeKind")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["id", "series", "title", "hat"])
    .orderBy("id")
    .execute();
  return rows.map(({ hat, ...kind }) => ({ ...kind, hat: hat as TimeHat | null }));
}

/** Nobody else changes what this person wrote down of their time until the transaction is over. */
export async function lockTime(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  const key = `time of ${organisationId} ${personId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** A week in the place of what stood for it; what it holds by kind goes with it. */
export async function putWeek(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
  { weekOn, spent, ...week }: TimeWeek,
): Promise<void> {
  await tx
    .deleteFrom("timeWeek")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .where("weekOn", "=", weekOn)
    .execute();
  const { id, source, revision, managing, leading, neither } = week;
  await tx
    .insertInto("timeWeek")
    .values({
      ...{ organisationId, id, personId, weekOn, source, revision },
      ...{ managingMinutes: managing, leadingMinutes: leading, neitherMinutes: neither },
    })
    .execute();
  if (spent.length > 0)
    await tx
      .insertInto("timeSpent")
      .values(spent.map((each) => ({ organisationId, weekId: id, ...each })))
      .execute();
}

export async function deleteWeek(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom("timeWeek")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function insertKinds(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
  kinds: readonly TimeKind[],
): Promise<void> {
  if (kinds.length === 0) return;
  await tx
    .insertInto("timeKind")
    .values(kinds.map((kind) => ({ organisationId, personId, ...kind })))
    .execute();
}

export async function updateKind(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  facts: Partial<Pick<TimeKind, "title" | "hat">>,
): Promise<void> {
  await tx
    .updateTable("timeKind")
    .set(facts)
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function deleteKinds(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("timeKind")
    .where("organisationId", "=", organisationId)
    .where("id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .execute();
}

/** What the calendar read last left out, in the place of what stood of the one before. */
export async function putReading(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
  reading: TimeReading,
): Promise<void> {
  await deleteReading(tx, scope, personId);
  await tx
    .insertInto("timeReading")
    .values({ organisationId: scope.organisationId, personId, ...reading })
    .execute();
}

export async function deleteReading(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("timeReading")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}
