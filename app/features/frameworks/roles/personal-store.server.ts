import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** The roles that somebody has by name, and since or from when. */
export function rolesNaming(tx: Tx, { organisationId }: OrganisationScope, personId: string) {
  return tx
    .selectFrom("rolePerson")
    .innerJoin("roleVersion", (join) =>
      join
        .onRef("roleVersion.roleId", "=", "rolePerson.roleId")
        .onRef("roleVersion.version", "=", "rolePerson.version")
        .on("roleVersion.organisationId", "=", organisationId),
    )
    .innerJoin("role", (join) =>
      join
        .onRef("role.id", "=", "rolePerson.roleId")
        .on("role.organisationId", "=", organisationId),
    )
    .where("rolePerson.organisationId", "=", organisationId)
    .where("rolePerson.personId", "=", personId)
    .select(["role.name as role", "roleVersion.validFrom as from"])
    .orderBy("roleVersion.validFrom")
    .orderBy("role.id")
    .execute();
}

/** Names one person where another was named; once where both were. */
export async function nameInstead(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { goes, stays }: { goes: string; stays: string },
): Promise<void> {
  const named = await tx
    .selectFrom("rolePerson")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", goes)
    .select(["roleId", "version"])
    .execute();
  if (named.length > 0)
    await tx
      .insertInto("rolePerson")
      .values(named.map((row) => ({ organisationId, ...row, personId: stays })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await forgetNaming(tx, { organisationId }, goes);
}

/** Takes somebody's name out of every role. */
export async function forgetNaming(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("rolePerson")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}
