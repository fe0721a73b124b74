import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** What somebody told those who were asked about them, the first first. */
export async function exportedAnnouncements(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
) {
  const rows = await tx
    .selectFrom("announcement")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["sentOn", "step", "word", "recipients"])
    .orderBy("sentOn")
    .execute();
  return rows.map(({ recipients, ...row }) => ({ ...row, recipients: String(recipients) }));
}

/** Whether somebody ever told them anything. */
export async function hasAnnouncements(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("announcement")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select("reportId")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets what somebody told them. */
export async function forgetAnnouncements(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("announcement")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}
