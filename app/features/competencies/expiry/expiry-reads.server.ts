import { sql } from "kysely";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { NOTICE_DAYS } from "../domain/expiry.ts";

/** Something of somebody's that expires, and the notices of it that left. */
export type Expiring = {
  id: string;
  personId: string;
  framework: string;
  version: number;
  competency: string;
  title: string;
  expiresOn: string;
  told: number[];
};

/**
 * What expires on a day or later, of people at work who have an address: neither taken back nor replaced by what was
 * not taken back itself.
 */
export function expiringFrom(tx: Tx, scope: OrganisationScope, day: string) {
  const { organisationId } = scope;
  return tx
    .selectFrom("evidence")
    .innerJoin(lentPeople(scope), (join) => join.onRef("person.id", "=", "evidence.personId"))
    .where("evidence.organisationId", "=", organisationId)
    .where("evidence.expiresOn", ">=", day)
    .where("person.status", "=", "active")
    .where("person.email", "is not", null)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM evidence_withdrawal w
                                WHERE w.organisation_id = ${organisationId}::uuid AND w.evidence_id = evidence.id)`,
    )
    .where(
      sql<boolean>`NOT EXISTS (
        SELECT 1 FROM evidence renewed
         WHERE renewed.organisation_id = ${organisationId}::uuid AND renewed.person_id = evidence.person_id
           AND evidence.id = ANY(renewed.replaces)
           AND NOT EXISTS (SELECT 1 FROM evidence_withdrawal w
                            WHERE w.organisation_id = ${organisationId}::uuid AND w.evidence_id = renewed.id))`,
    );
}

/** The same up to another day, the first to expire first, with the notices of each that left. */
export async function expiringBetween(
  tx: Tx,
  scope: OrganisationScope,
  { from, to }: { from: string; to: string },
): Promise<Expiring[]> {
  const rows = await expiringFrom(tx, scope, from)
    .where("evidence.expiresOn", "<=", to)
    .select(["evidence.id", "evidence.personId", "evidence.framework", "evidence.version"])
    .select(["evidence.competency", "evidence.title", "evidence.expiresOn"])
    .select(
      sql<number[]>`ARRAY(SELECT n.days FROM evidence_notice n
                           WHERE n.organisation_id = ${scope.organisationId}::uuid AND n.evidence_id = evidence.id)`.as(
        "told",
      ),
    )
    .orderBy("evidence.expiresOn")
    .orderBy("evidence.id")
    .execute();
  return rows.map(({ expiresOn, ...row }) => ({ ...row, expiresOn: expiresOn ?? from }));
}

/** On which day a notice comes due next, from a day on; null when nothing expires. */
export async function nextNoticeDay(
  tx: Tx,
  scope: OrganisationScope,
  today: string,
): Promise<string | null> {
  const days: string[] = [];
  for (const before of NOTICE_DAYS) {
    const row = await expiringFrom(tx, scope, daysAfter(today, before))
      .select((eb) => eb.fn.min("evidence.expiresOn").as("day"))
      .executeTakeFirst();
    if (row?.day) days.push(daysAfter(row.day, -before));
  }
  return days.sort()[0] ?? null;
}
