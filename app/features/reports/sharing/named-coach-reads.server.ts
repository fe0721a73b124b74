import type { Actor } from "~/features/identity/index.ts";
import { lentGrants, lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { REPORT } from "../report/granted-report.ts";
import { reportsWithRound } from "../report/whole-report-reads.server.ts";

/** The coach HR named, while they can read the report; null where coaches don't release, or it was taken back. */
export async function coachOf(
  tx: Tx,
  actor: Actor,
  reportId: string,
): Promise<{ personId: string; name: string } | null> {
  const row = await reportsWithRound(tx, actor)
    .innerJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "subject.coachId"))
    .leftJoin(lentGrants(actor, REPORT), (join) =>
      join
        .onRef("readingGrant.thingId", "=", "report.id")
        .onRef("readingGrant.personId", "=", "person.id")
        .on("readingGrant.revokedAt", "is not", null),
    )
    .where("report.id", "=", reportId)
    .where("round.releaseMode", "=", "coach")
    .where("readingGrant.id", "is", null)
    .select(["person.id as personId", "person.name"])
    .executeTakeFirst();
  return row ?? null;
}
