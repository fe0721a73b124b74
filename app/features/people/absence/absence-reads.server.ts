import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Absence, WorkTimes } from "../domain/at-work.ts";
import { maySeeEmployment } from "../policy.ts";

/** When somebody is away, the earliest first. Between a person and HR: nothing for others. */
export async function absencesOf(tx: Tx, actor: Actor, personId: string): Promise<Absence[]> {
  if (!maySeeEmployment(actor, personId)) return [];
  return tx
    .selectFrom("personAbsence")
    .where("organisationId", "=", actor.organisationId)
    .where("personId", "=", personId)
    .select(["id", "firstDay", "lastDay"])
    .orderBy("firstDay")
    .orderBy("id")
    .execute();
}

/** When these people work, as far as it is known from a day on, by person; for deciding when a letter leaves. */
export async function workTimesOf(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
  from: string,
): Promise<Map<string, WorkTimes>> {
  if (personIds.length === 0) return new Map();
  const mentioned = sql<string>`ANY(${personIds}::uuid[])`;
  const people = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", mentioned)
    .select(["id", "workingDays"])
    .execute();
  const absences = await tx
    .selectFrom("personAbsence")
    .where("organisationId", "=", scope.organisationId)
    .where("personId", "=", mentioned)
    .where("lastDay", ">=", from)
    .select(["personId", "firstDay", "lastDay"])
    .execute();
  const own = Map.groupBy(absences, ({ personId }) => personId);
  return new Map(
    people.map(({ id, workingDays }) => [id, { workingDays, absences: own.get(id) ?? [] }]),
  );
}

/** When anybody of the organisation is away, as far as it is not over on a day: by person, the earliest first. */
export async function absencesFrom(
  tx: Tx,
  scope: OrganisationScope,
  day: string,
): Promise<Map<string, Absence[]>> {
  const rows = await tx
    .selectFrom("personAbsence")
    .where("organisationId", "=", scope.organisationId)
    .where("lastDay", ">=", day)
    .select(["personId", "id", "firstDay", "lastDay"])
    .orderBy("firstDay")
    .orderBy("id")
    .execute();
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([personId, own]) => [personId, own.map(({ personId: _, ...each }) => each)]),
  );
}

/** The last day of the absence that ends first; null when none is known. */
export async function firstLastDay(tx: Tx, scope: OrganisationScope): Promise<string | null> {
  const row = await tx
    .selectFrom("personAbsence")
    .where("organisationId", "=", scope.organisationId)
    .select((eb) => eb.fn.min("lastDay").as("day"))
    .executeTakeFirst();
  return row?.day ?? null;
}
