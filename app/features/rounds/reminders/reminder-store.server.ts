import { type Insertable, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Reminder } from "~/platform/db/schema.gen.ts";
import type { Reminded } from "../domain/reminders.ts";

/** Lets one process at a time decide whom to remind in an organisation, until the transaction ends. */
export async function aloneInReminding(tx: Tx, { organisationId }: OrganisationScope) {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`remind ${organisationId}`}, 0))`.execute(
    tx,
  );
}

/** Every reminder of the organisation that is still remembered, by person. */
export async function remindersByPerson(
  tx: Tx,
  scope: OrganisationScope,
): Promise<Map<string, Reminded[]>> {
  const rows = await tx
    .selectFrom("reminder")
    .where("organisationId", "=", scope.organisationId)
    .select(["personId", "roundId", "reason", "sentOn"])
    .execute();
  return Map.groupBy(rows, (row) => row.personId);
}

const ROWS_PER_STATEMENT = 1_000;

/** Remembers reminders. @returns those that nobody remembered before, as "round person reason". */
export async function insertReminders(
  tx: Tx,
  reminders: Insertable<Reminder>[],
): Promise<Set<string>> {
  const added = new Set<string>();
  for (let start = 0; start < reminders.length; start += ROWS_PER_STATEMENT) {
    const rows = await tx
      .insertInto("reminder")
      .values(reminders.slice(start, start + ROWS_PER_STATEMENT))
      .onConflict((conflict) =>
        conflict.columns(["organisationId", "roundId", "personId", "reason"]).doNothing(),
      )
      .returning(["roundId", "personId", "reason"])
      .execute();
    for (const row of rows) added.add(reminderKey(row));
  }
  return added;
}

export function reminderKey(row: { roundId: string; personId: string; reason: string }): string {
  return `${row.roundId} ${row.personId} ${row.reason}`;
}

/** Forgets what some were reminded of on a date where they are: that letter never left. */
export async function forgetReminders(
  tx: Tx,
  scope: OrganisationScope,
  letters: readonly { personId: string; sentOn: string }[],
): Promise<void> {
  const personIds = letters.map((letter) => letter.personId);
  const dates = letters.map((letter) => letter.sentOn);
  await sql`
    DELETE FROM reminder USING unnest(${personIds}::uuid[], ${dates}::date[]) AS gone (person_id, sent_on)
     WHERE reminder.organisation_id = ${scope.organisationId}::uuid
       AND reminder.person_id = gone.person_id AND reminder.sent_on = gone.sent_on`.execute(tx);
}
