import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { reportsWithSubject } from "../report/whole-report-reads.server.ts";

/** Where a report's participant was when the cycle began, for the paper it is printed on. */
export async function countryOfReport(
  tx: Tx,
  scope: OrganisationScope,
  reportId: string,
): Promise<string | null> {
  const row = await reportsWithSubject(tx, scope)
    .where("report.id", "=", reportId)
    .select("subject.country")
    .executeTakeFirst();
  return row?.country ?? null;
}
