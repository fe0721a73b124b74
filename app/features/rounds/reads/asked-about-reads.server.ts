import type { Tx } from "~/platform/db/database.server.ts";

/** Whether others are asked about somebody, or were, in a round that has begun: in one, or in any. */
export async function isAskedAbout(
  tx: Tx,
  who: { organisationId: string; personId: string; roundId?: string | null },
): Promise<boolean> {
  const { organisationId, personId, roundId = null } = who;
  const row = await tx
    .selectFrom("subject")
    .innerJoin("round", (join) =>
      join
        .onRef("round.organisationId", "=", "subject.organisationId")
        .onRef("round.id", "=", "subject.roundId"),
    )
    .where("subject.organisationId", "=", organisationId)
    .where("subject.personId", "=", personId)
    .where("subject.withdrawn", "=", false)
    .where("round.state", "not in", ["draft", "called-off"])
    .$if(roundId !== null, (query) => query.where("subject.roundId", "=", roundId ?? ""))
    .select("subject.id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
