import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type CycleKey = { organisationId: string; id: string };

/** Participants of a cycle whose report is made and can't be read yet. */
export function unreleasedReports(tx: Tx, cycle: CycleKey): Promise<Set<string>> {
  return participantsWith(tx, cycle, "is");
}

/** Participants of a cycle who can read their report. */
export function releasedReports(tx: Tx, cycle: CycleKey): Promise<Set<string>> {
  return participantsWith(tx, cycle, "is not");
}

async function participantsWith(
  tx: Tx,
  { organisationId, id }: CycleKey,
  unreleased: "is" | "is not",
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("report")
    .where("organisationId", "=", organisationId)
    .where("cycleId", "=", id)
    .where("releasedAt", unreleased, null)
    .select("participantId")
    .execute();
  return new Set(rows.map((row) => row.participantId));
}

/** Releases the reports about these participants that were not yet. @returns about whom. */
export async function releaseReportsAbout(
  tx: Tx,
  cycle: CycleKey,
  participantIds: readonly string[],
  releasedAt: Date,
): Promise<Set<string>> {
  const rows = await tx
    .updateTable("report")
    .set({ releasedAt })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("participantId", "=", sql<string>`ANY(${participantIds}::uuid[])`)
    .where("releasedAt", "is", null)
    .returning("participantId")
    .execute();
  return new Set(rows.map((row) => row.participantId));
}

/** Whose report this is; null when there is none. Says nothing of what is in it. */
export async function participantOfReport(
  tx: Tx,
  { organisationId }: OrganisationScope,
  reportId: string,
): Promise<{ participantId: string; cycleId: string; released: boolean } | null> {
  const row = await tx
    .selectFrom("report")
    .where("organisationId", "=", organisationId)
    .where("id", "=", reportId)
    .select(["participantId", "cycleId", "releasedAt"])
    .executeTakeFirst();
  if (!row) return null;
  const { releasedAt, ...found } = row;
  return { ...found, released: releasedAt !== null };
}
