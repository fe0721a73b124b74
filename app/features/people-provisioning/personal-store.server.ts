import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { saidKept } from "./users/user-reads.server.ts";

type Own = OrganisationScope & { personId: string };

/**
 * What a provider says of a person beside their record, in which groups it has them, and whether they left by it or
 * would have.
 */
export async function keptOf(tx: Tx, { organisationId, personId }: Own) {
  const kept = await tx
    .selectFrom("provisionedPerson")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["userName", "externalId", "said", "awaitedManager"])
    .executeTakeFirst();
  const departure = await tx
    .selectFrom("provisionedDeparture")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select("state")
    .executeTakeFirst();
  const groups = await tx
    .selectFrom("provisionedMember as member")
    .innerJoin("provisionedGroup as whole", (join) =>
      join.onRef("whole.id", "=", "member.groupId").on("whole.organisationId", "=", organisationId),
    )
    .where("member.organisationId", "=", organisationId)
    .where("member.personId", "=", personId)
    .select("whole.displayName")
    .orderBy("whole.displayName")
    .execute();
  if (!kept) return { kept: null, groups: [] };
  const { said, ...own } = kept;
  // What it ever said anything about is no more than the names of these.
  const { sent: _sent, ...words } = saidKept.parse(said);
  const departed = departure ? { departure: departure.state } : {};
  return {
    kept: { ...own, ...words, ...departed },
    groups: groups.map(({ displayName }) => displayName),
  };
}
