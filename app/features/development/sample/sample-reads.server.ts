import { lentFocus, lentReports } from "~/features/reports/lent-reads.server.ts";
import { lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Those of the sample who chose something in a report, by name. */
export function whoChose(
  tx: Tx,
  scope: OrganisationScope,
): Promise<{ releasedAt: Date | null; personId: string | null }[]> {
  return tx
    .selectFrom(lentReports(scope))
    .innerJoin(lentSubjects(scope), (join) => join.onRef("subject.id", "=", "report.participantId"))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom(lentFocus(scope))
          .whereRef("focus.reportId", "=", "report.id")
          .select("focus.reportId"),
      ),
    )
    .select(["report.releasedAt", "subject.personId"])
    .orderBy("subject.name")
    .execute();
}
