import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type {
  CheckIn,
  CheckInAnswer,
  NudgeChoice,
  Practice,
  PracticeState,
} from "../domain/practice/practice.ts";

/** A practice with what became of its days and on which of them a nudge left, in their order. */
export type KeptPractice = Practice & { checkIns: CheckIn[]; nudged: string[] };

/** All that somebody practises or practised, the latest first: the only way to any of it. */
export async function practicesOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<KeptPractice[]> {
  const rows = await tx
    .selectFrom("practice")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .selectAll()
    .orderBy("id", "desc")
    .execute();
  if (rows.length === 0) return [];
  const days = await daysOfPractices(
    tx,
    { organisationId },
    rows.map(({ id }) => id),
  );
  return rows.map(({ organisationId: _, personId: __, nudgeAt: ___, ...practice }) => ({
    ...practice,
    state: practice.state as PracticeState,
    nudges: practice.nudges as NudgeChoice,
    ...days(practice.id),
  }));
}

/** How the days of these practices were, and on which a nudge left. @returns the same of one of them. */
export async function daysOfPractices(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
): Promise<(id: string) => Pick<KeptPractice, "checkIns" | "nudged">> {
  const among = sql<string>`ANY(${ids}::uuid[])`;
  const checkIns = await tx
    .selectFrom("practiceCheckIn")
    .where("organisationId", "=", organisationId)
    .where("practiceId", "=", among)
    .select(["practiceId", "day", "answer"])
    .orderBy("day")
    .execute();
  const nudges = await tx
    .selectFrom("practiceNudge")
    .where("organisationId", "=", organisationId)
    .where("practiceId", "=", among)
    .select(["practiceId", "day"])
    .orderBy("day")
    .execute();
  const answered = Map.groupBy(checkIns, ({ practiceId }) => practiceId);
  const nudged = Map.groupBy(nudges, ({ practiceId }) => practiceId);
  return (id) => ({
    checkIns: (answered.get(id) ?? []).map(({ day, answer }) => ({
      day,
      answer: answer as CheckInAnswer,
    })),
    nudged: (nudged.get(id) ?? []).map(({ day }) => day),
  });
}

/** Nobody else begins or changes what this person practises until the transaction is over. */
export async function lockPractices(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  const key = `practices of ${organisationId} ${personId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertPractice(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
  practice: Pick<
    Practice,
    | "id"
    | "areaId"
    | "behaviour"
    | "offered"
    | "cue"
    | "action"
    | "weekdays"
    | "nudges"
    | "nudgeHour"
  >,
): Promise<void> {
  await tx
    .insertInto("practice")
    .values({ organisationId, personId, state: "chosen", ...practice })
    .execute();
}

/** Changes a practice, and counts it as one save. */
export async function updatePractice(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  facts: Partial<Omit<Practice, "id" | "revision">> & { nudgeAt: Date | null },
): Promise<void> {
  await tx
    .updateTable("practice")
    .set((eb) => ({ ...facts, revision: eb("revision", "+", 1) }))
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function deletePractice(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom("practice")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

/** How a day was; said again, it is corrected. */
export async function keepCheckIn(
  tx: Tx,
  { organisationId }: OrganisationScope,
  practiceId: string,
  { day, answer }: CheckIn,
): Promise<void> {
  await tx
    .insertInto("practiceCheckIn")
    .values({ organisationId, practiceId, day, answer })
    .onConflict((conflict) =>
      conflict.columns(["organisationId", "practiceId", "day"]).doUpdateSet({ answer }),
    )
    .execute();
}

export async function deleteCheckIn(
  tx: Tx,
  { organisationId }: OrganisationScope,
  practiceId: string,
  day: string,
): Promise<void> {
  await tx
    .deleteFrom("practiceCheckIn")
    .where("organisationId", "=", organisationId)
    .where("practiceId", "=", practiceId)
    .where("day", "=", day)
    .execute();
}
