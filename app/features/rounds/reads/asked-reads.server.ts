import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { takesPart } from "../lent-reads.server.ts";

/** Everyone who is asked for answers in a round, whether they gave them or not. */
export async function peopleAskedIn(
  tx: Tx,
  scope: OrganisationScope,
  roundId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("request")
    .leftJoin("subject", (join) =>
      join
        .onRef("subject.organisationId", "=", "request.organisationId")
        .onRef("subject.id", "=", "request.subjectId"),
    )
    .where("request.organisationId", "=", scope.organisationId)
    .where("request.roundId", "=", roundId)
    .where("request.state", "=", "invited")
    .where(takesPart)
    .select("request.personId")
    .distinct()
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Everyone who has a link of a round, even where they are not asked any more. */
export async function invitedPeople(
  tx: Tx,
  { organisationId, id }: { organisationId: string; id: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("invitation")
    .where("organisationId", "=", organisationId)
    .where("roundId", "=", id)
    .select("personId")
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Everyone of a round: who takes part, and who is asked or to be asked. */
export async function peopleOfRound(
  tx: Tx,
  scope: OrganisationScope,
  roundId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("subject")
    .where("organisationId", "=", scope.organisationId)
    .where("roundId", "=", roundId)
    .where("withdrawn", "=", false)
    .select("personId")
    .union(
      tx
        .selectFrom("request")
        .where("organisationId", "=", scope.organisationId)
        .where("roundId", "=", roundId)
        .where("state", "in", ["chosen", "invited"])
        .select("personId"),
    )
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Who is asked, or to be asked, about one subject of a round; nobody where it is of another. */
export async function askedAbout(
  tx: Tx,
  scope: OrganisationScope,
  roundId: string,
  subjectId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("request")
    .where("organisationId", "=", scope.organisationId)
    .where("roundId", "=", roundId)
    .where("subjectId", "=", subjectId)
    .where("state", "in", ["chosen", "invited"])
    .select("personId")
    .execute();
  return rows.map(({ personId }) => personId);
}

/** In which rounds that take answers somebody is asked, and about how many; whether they answered plays no part. */
export async function requestsStanding(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<{ roundName: string; closesOn: string | null; count: number }[]> {
  const rows = await tx
    .selectFrom("request")
    .innerJoin("round", (join) =>
      join
        .onRef("round.organisationId", "=", "request.organisationId")
        .onRef("round.id", "=", "request.roundId"),
    )
    .where("request.organisationId", "=", scope.organisationId)
    .where("request.personId", "=", personId)
    .where("request.state", "=", "invited")
    .where("round.state", "=", "collecting")
    .select(["round.name as roundName", "round.closesOn"])
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .groupBy(["round.id", "round.name", "round.closesOn"])
    .orderBy("round.closesOn")
    .orderBy("round.name")
    .execute();
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
}

export type OpenInvitation = {
  invitationId: string;
  personId: string;
  round: {
    organisationId: string;
    id: string;
    name: string;
    closesOn: string | null;
    instrumentId: string;
  };
};

/**
 * The invitations of these people to rounds that take answers, in which they are still asked; held until the
 * transaction ends.
 */
export async function openInvitationsOf(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<OpenInvitation[]> {
  const rows = await tx
    .selectFrom("invitation")
    .innerJoin("round", (join) =>
      join
        .onRef("round.organisationId", "=", "invitation.organisationId")
        .onRef("round.id", "=", "invitation.roundId"),
    )
    .where("invitation.organisationId", "=", scope.organisationId)
    .where("invitation.personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .where("round.state", "=", "collecting")
    .where("round.instrumentId", "is not", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("request")
          .leftJoin("subject", (join) =>
            join
              .onRef("subject.organisationId", "=", "request.organisationId")
              .onRef("subject.id", "=", "request.subjectId"),
          )
          .whereRef("request.organisationId", "=", "invitation.organisationId")
          .whereRef("request.roundId", "=", "invitation.roundId")
          .whereRef("request.personId", "=", "invitation.personId")
          .where("request.state", "=", "invited")
          .where(takesPart)
          .select("request.id"),
      ),
    )
    .select(["invitation.id as invitationId", "invitation.personId"])
    .select(["round.organisationId", "round.id", "round.name", "round.closesOn"])
    .select("round.instrumentId")
    .$narrowType<{ instrumentId: string }>()
    .orderBy("round.id")
    .forKeyShare("round")
    .execute();
  return rows.map(({ invitationId, personId, ...round }) => ({ invitationId, personId, round }));
}
