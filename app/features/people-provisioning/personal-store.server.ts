import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type Own = OrganisationScope & { personId: string };

/** What a provider says of a person beside their record, and in which groups it has them. */
export async function keptOf(tx: Tx, { organisationId, personId }: Own) {
  const kept = await tx
    .selectFrom("provisionedPerson")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["userName", "externalId", "said", "awaitedManager"])
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
  return { kept: kept ?? null, groups: groups.map(({ displayName }) => displayName) };
}

/** In which groups a person is. */
export async function groupsOf(tx: Tx, { organisationId, personId }: Own): Promise<string[]> {
  const rows = await tx
    .selectFrom("provisionedMember")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select("groupId")
    .execute();
  return rows.map(({ groupId }) => groupId);
}
