import type { Actor } from "~/features/identity/index.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import {
  isReportSection,
  type ReportSectionKey,
  type SharedReader,
} from "../domain/report-reader.ts";
import { reportsWithRound } from "../report/whole-report-reads.server.ts";

export type CurrentGrant = {
  id: string;
  personId: string;
  name: string;
  reader: SharedReader;
  sections: ReportSectionKey[];
  endsOn: string;
};

/** Who can read a report by the participant's grant now. The caller has shown that the report is the actor's own. */
export async function currentGrants(
  tx: Tx,
  actor: Actor,
  reportId: string,
  today: string,
): Promise<CurrentGrant[]> {
  const rows = await tx
    .selectFrom("reportGrant")
    .innerJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "reportGrant.personId"))
    .where("reportGrant.organisationId", "=", actor.organisationId)
    .where("reportGrant.reportId", "=", reportId)
    .where("reportGrant.revokedAt", "is", null)
    .where("reportGrant.endsOn", ">=", today)
    .select([
      "reportGrant.id",
      "reportGrant.personId",
      "person.name",
      "reportGrant.reader",
      "reportGrant.sections",
      "reportGrant.endsOn",
    ])
    .orderBy("person.name")
    .execute();
  return rows.map(({ reader, sections, ...row }) => ({
    ...row,
    reader: reader as SharedReader,
    sections: sections.filter(isReportSection),
  }));
}

/** The coach HR named, while they can read the report; null where coaches don't release, or it was taken back. */
export async function coachOf(
  tx: Tx,
  actor: Actor,
  reportId: string,
): Promise<{ personId: string; name: string } | null> {
  const row = await reportsWithRound(tx, actor)
    .innerJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "subject.coachId"))
    .where("report.id", "=", reportId)
    .where("round.releaseMode", "=", "coach")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("reportGrant")
            .whereRef("reportGrant.organisationId", "=", "report.organisationId")
            .whereRef("reportGrant.reportId", "=", "report.id")
            .whereRef("reportGrant.personId", "=", "person.id")
            .where("reportGrant.revokedAt", "is not", null)
            .select("reportGrant.id"),
        ),
      ),
    )
    .select(["person.id as personId", "person.name"])
    .executeTakeFirst();
  return row ?? null;
}
