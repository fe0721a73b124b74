import { sql } from "kysely";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { RaterActor } from "../domain/rater.ts";
import type { CalledOff } from "../domain/standing.ts";
import { lentRounds } from "../lent-reads.server.ts";
import type { LinkTarget } from "./personal-link.server.ts";

function invitations(tx: Tx, scope: OrganisationScope) {
  return tx
    .selectFrom("invitation")
    .innerJoin(lentPeople(scope), (join) => join.onRef("person.id", "=", "invitation.personId"))
    .where("invitation.organisationId", "=", scope.organisationId);
}

/** Whose these invitations are, and with which version of their links theirs are made now, by invitation. */
export async function linkVersions(
  tx: Tx,
  scope: OrganisationScope,
  invitationIds: readonly string[],
): Promise<Map<string, { personId: string; version: number }>> {
  const rows = await invitations(tx, scope)
    .where("invitation.id", "=", sql<string>`ANY(${invitationIds}::uuid[])`)
    .select(["invitation.id", "invitation.personId", "person.linkVersion as version"])
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

type Linked = Omit<RaterActor, "device"> & {
  name: string;
  roundId: string;
  /** That its round was called off, and why; null where it was not. */
  calledOff: CalledOff | null;
};

/** Who a personal link belongs to; null once its round was closed. */
export async function raterOfLink(
  tx: Tx,
  target: Omit<LinkTarget, "version">,
): Promise<Linked | null> {
  const row = await invitations(tx, target)
    .innerJoin(lentRounds(target), (join) => join.onRef("round.id", "=", "invitation.roundId"))
    .where("invitation.id", "=", target.invitationId)
    .select(["invitation.roundId", "invitation.personId", "person.name"])
    .select(["round.name as round", "round.calledOffReason as reason"])
    .executeTakeFirst();
  if (!row) return null;
  const { round, reason, ...rater } = row;
  const calledOff = reason === null ? null : { round, reason };
  return { organisationId: target.organisationId, ...rater, calledOff };
}
