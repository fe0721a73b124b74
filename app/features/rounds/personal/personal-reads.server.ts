import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { lentRounds } from "../lent-reads.server.ts";
import { roundState } from "../store/round-store.server.ts";

/** In which rounds a person takes part, or took. */
export async function roundsTakenPartIn(tx: Tx, scope: OrganisationScope, personId: string) {
  const rows = await tx
    .selectFrom("subject")
    .innerJoin(lentRounds(scope), (join) => join.onRef("round.id", "=", "subject.roundId"))
    .where("subject.organisationId", "=", scope.organisationId)
    .where("subject.personId", "=", personId)
    .select(["subject.id", "subject.withdrawn", "subject.jobTitle", "subject.department"])
    .select(["round.id as roundId", "round.name as roundName", "round.state as roundState"])
    .orderBy("round.createdAt")
    .execute();
  return rows.map((row) => ({ ...row, roundState: roundState(row.roundState) }));
}

/** What a person is asked, or was, with the round and whom it is about. */
export async function requestsTo(tx: Tx, scope: OrganisationScope, personId: string) {
  const rows = await tx
    .selectFrom("request")
    .innerJoin(lentRounds(scope), (join) => join.onRef("round.id", "=", "request.roundId"))
    .leftJoin("subject", (join) =>
      join
        .onRef("subject.organisationId", "=", "request.organisationId")
        .onRef("subject.id", "=", "request.subjectId"),
    )
    .where("request.organisationId", "=", scope.organisationId)
    .where("request.personId", "=", personId)
    .select(["request.id", "request.subjectId", "request.state", "request.relationship"])
    .select(["subject.personId as subjectPersonId", "subject.name as subjectName"])
    .select(["round.id as roundId", "round.name as roundName", "round.state as roundState"])
    .orderBy("round.createdAt")
    .orderBy("request.id")
    .execute();
  return rows.map((row) => ({ ...row, roundState: roundState(row.roundState) }));
}

export type RequestTo = Awaited<ReturnType<typeof requestsTo>>[number];

/** About how many subjects of rounds a person is the manager or the coach. */
export async function subjectsLookedAfter(tx: Tx, scope: OrganisationScope, personId: string) {
  const { managed, coached } = await tx
    .selectFrom("subject")
    .where("organisationId", "=", scope.organisationId)
    .where((eb) => eb.or([eb("managerId", "=", personId), eb("coachId", "=", personId)]))
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere("managerId", "=", personId).as("managed"),
      eb.fn.countAll<number>().filterWhere("coachId", "=", personId).as("coached"),
    ])
    .executeTakeFirstOrThrow();
  return { managed: Number(managed), coached: Number(coached) };
}
