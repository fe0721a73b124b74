import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Where a report's participant was when the cycle began, for the paper it is printed on. */
export async function countryOfReport(
  tx: Tx,
  scope: OrganisationScope,
  reportId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("report")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "report.organisationId")
        .onRef("participant.id", "=", "report.participantId"),
    )
    .where("report.organisationId", "=", scope.organisationId)
    .where("report.id", "=", reportId)
    .select("participant.country")
    .executeTakeFirst();
  return row?.country ?? null;
}
