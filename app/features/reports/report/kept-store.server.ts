import { sql } from "kysely";
import { forgetGrantsOn, namesOfPeople } from "~/features/people/index.server.ts";
import { lentOverRounds } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Old, Picking } from "~/platform/feature/retention.ts";
import { deleteReports } from "./personal-store.server.ts";
import { reportsWithSubject } from "./whole-report-reads.server.ts";

/** Reports of rounds that were over before a day, but for those of whom nothing may be forgotten. */
function oldReports(tx: Tx, scope: OrganisationScope, { before, spared }: Old) {
  return reportsWithSubject(tx, scope)
    .innerJoin(lentOverRounds(scope), (join) => join.onRef("round.id", "=", "report.cycleId"))
    .where("round.overOn", "<", before)
    .where(sql<boolean>`subject.person_id <> ALL(${spared.people}::uuid[])`)
    .where(sql<boolean>`round.id <> ALL(${spared.rounds}::uuid[])`);
}

export async function countOldReports(tx: Tx, scope: OrganisationScope, old: Old): Promise<number> {
  const { count } = await oldReports(tx, scope, old)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function pickOldReports(
  tx: Tx,
  scope: OrganisationScope,
  { after, most, ...old }: Old & Picking,
): Promise<{ id: string; name: string }[]> {
  const rows = await oldReports(tx, scope, old)
    .$if(after !== null, (query) => query.where("report.id", ">", after ?? ""))
    .select(["report.id", "subject.personId", "round.name as round"])
    .orderBy("report.id")
    .limit(most)
    .execute();
  const people = [...new Set(rows.map(({ personId }) => personId))];
  const names = await namesOfPeople(tx, scope, people);
  return rows.map(({ id, personId, round }) => ({
    id,
    name: `${names.get(personId) ?? ""}: ${round}`,
  }));
}

/** Deletes these reports, what was chosen from them, who might read them, and files that hold them. */
export async function forgetReports(
  tx: Tx,
  scope: OrganisationScope,
  ids: readonly string[],
): Promise<number> {
  const found = await tx
    .selectFrom("report")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .select(["id", "cycleId"])
    .execute();
  await forgetGrantsOn(tx, scope, "report", ids);
  await deleteReports(tx, scope, found);
  return found.length;
}

/** The same of everything that these rounds have reports of. */
export async function forgetReportsOfRounds(
  tx: Tx,
  scope: OrganisationScope,
  roundIds: readonly string[],
): Promise<void> {
  const found = await tx
    .selectFrom("report")
    .where("organisationId", "=", scope.organisationId)
    .where("cycleId", "=", sql<string>`ANY(${roundIds}::uuid[])`)
    .select("id")
    .execute();
  await forgetReports(
    tx,
    scope,
    found.map(({ id }) => id),
  );
}
