import { type Insertable, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { ReadingGrant } from "~/platform/db/schema.gen.ts";
import type { GrantedThing } from "./granted-thing.ts";

/** Grants reading; an earlier grant to the same person ends with it, so that there is one answer to what they see. */
export async function insertGrant(
  tx: Tx,
  grant: Insertable<ReadingGrant> & { grantedAt: Date },
): Promise<void> {
  await tx
    .updateTable("readingGrant")
    .set({ revokedAt: grant.grantedAt })
    .where("organisationId", "=", grant.organisationId)
    .where("kind", "=", grant.kind)
    .where("thingId", "=", grant.thingId)
    .where("personId", "=", grant.personId)
    .where("revokedAt", "is", null)
    .execute();
  await tx.insertInto("readingGrant").values(grant).execute();
}

/** Ends a grant that its owner gave of this thing. @returns false when there was none to end. */
export async function endGrant(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { kind, id }: GrantedThing,
  { grantId, ownerId, revokedAt }: { grantId: string; ownerId: string; revokedAt: Date },
): Promise<boolean> {
  if (!isId(grantId)) return false;
  const result = await tx
    .updateTable("readingGrant")
    .set({ revokedAt })
    .where("organisationId", "=", organisationId)
    .where("kind", "=", kind)
    .where("thingId", "=", id)
    .where("id", "=", grantId)
    .where("ownerId", "=", ownerId)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Deletes who might read these things, which are no more. */
export async function forgetGrantsOn(
  tx: Tx,
  { organisationId }: OrganisationScope,
  kind: GrantedThing["kind"],
  thingIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("readingGrant")
    .where("organisationId", "=", organisationId)
    .where("kind", "=", kind)
    .where("thingId", "=", sql<string>`ANY(${thingIds}::uuid[])`)
    .execute();
}
