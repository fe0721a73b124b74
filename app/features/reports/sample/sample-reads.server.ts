import { lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Every report of the sample that can be read, the newest round first, and in it by name. */
export function readReports(
  tx: Tx,
  scope: OrganisationScope,
): Promise<{ id: string; releasedAt: Date | null; personId: string | null }[]> {
  return tx
    .selectFrom("report")
    .innerJoin(lentSubjects(scope), (join) => join.onRef("subject.id", "=", "report.participantId"))
    .where("report.organisationId", "=", scope.organisationId)
    .where("report.releasedAt", "is not", null)
    .select(["report.id", "report.releasedAt", "subject.personId"])
    .orderBy("report.releasedAt", "desc")
    .orderBy("subject.name")
    .execute();
}
