import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Everyone who is asked for answers in a cycle, whether they gave them or not. */
export async function peopleAskedIn(
  tx: Tx,
  scope: OrganisationScope,
  cycleId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("rater")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "rater.organisationId")
        .onRef("participant.id", "=", "rater.participantId"),
    )
    .where("rater.organisationId", "=", scope.organisationId)
    .where("rater.cycleId", "=", cycleId)
    .where("rater.state", "=", "invited")
    .where("participant.withdrawn", "=", false)
    .select("rater.personId")
    .distinct()
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Everyone of a cycle: who takes part, and who is asked or to be asked. */
export async function peopleOfCycle(
  tx: Tx,
  scope: OrganisationScope,
  cycleId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("participant")
    .where("organisationId", "=", scope.organisationId)
    .where("cycleId", "=", cycleId)
    .where("withdrawn", "=", false)
    .select("personId")
    .union(
      tx
        .selectFrom("rater")
        .where("organisationId", "=", scope.organisationId)
        .where("cycleId", "=", cycleId)
        .where("state", "in", ["chosen", "invited"])
        .select("personId"),
    )
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Who is asked, or to be asked, about one participant. */
export async function ratersOfParticipant(
  tx: Tx,
  scope: OrganisationScope,
  participantId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("rater")
    .where("organisationId", "=", scope.organisationId)
    .where("participantId", "=", participantId)
    .where("state", "in", ["chosen", "invited"])
    .select("personId")
    .execute();
  return rows.map(({ personId }) => personId);
}

export type OpenInvitation = {
  invitationId: string;
  personId: string;
  cycle: {
    organisationId: string;
    id: string;
    name: string;
    closesOn: string | null;
    instrumentId: string;
  };
};

/**
 * The invitations of these people to cycles that take answers, in which they are still asked; held until the
 * transaction ends.
 */
export async function openInvitationsOf(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<OpenInvitation[]> {
  const rows = await tx
    .selectFrom("invitation")
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "invitation.organisationId")
        .onRef("cycle.id", "=", "invitation.cycleId"),
    )
    .where("invitation.organisationId", "=", scope.organisationId)
    .where("invitation.personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .where("cycle.state", "=", "collecting")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("rater")
          .innerJoin("participant", (join) =>
            join
              .onRef("participant.organisationId", "=", "rater.organisationId")
              .onRef("participant.id", "=", "rater.participantId"),
          )
          .whereRef("rater.organisationId", "=", "invitation.organisationId")
          .whereRef("rater.cycleId", "=", "invitation.cycleId")
          .whereRef("rater.personId", "=", "invitation.personId")
          .where("rater.state", "=", "invited")
          .where("participant.withdrawn", "=", false)
          .select("rater.id"),
      ),
    )
    .select(["invitation.id as invitationId", "invitation.personId"])
    .select(["cycle.organisationId", "cycle.id", "cycle.name", "cycle.closesOn"])
    .select("cycle.instrumentId")
    .orderBy("cycle.id")
    .forKeyShare("cycle")
    .execute();
  return rows.map(({ invitationId, personId, ...cycle }) => ({ invitationId, personId, cycle }));
}
