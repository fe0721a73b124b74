import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { displayName } from "../domain/display-name.ts";
import { type GrantedReader, grantedReaders, type ReadingGrant } from "../domain/reading-grant.ts";
import type { GrantedThing } from "./granted-thing.ts";

/** Every grant of a thing there was, ended ones too: for the policy of whoever it belongs to, never for a page. */
export async function unsafeGrantsOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { kind, id }: GrantedThing,
): Promise<ReadingGrant[]> {
  const rows = await tx
    .selectFrom("readingGrant")
    .where("organisationId", "=", organisationId)
    .where("kind", "=", kind)
    .where("thingId", "=", id)
    .select(["personId", "reader", "parts", "endsOn", "revokedAt"])
    .execute();
  return rows.map(({ reader, revokedAt, ...row }) => ({
    ...row,
    reader: readerOf(reader),
    revoked: revokedAt !== null,
  }));
}

export type CurrentGrant = {
  id: string;
  personId: string;
  name: string;
  reader: GrantedReader;
  parts: readonly string[];
  endsOn: string;
};

/** Who may read a thing by grant today, by name. For whoever gave it alone: nobody else's are found. */
export async function currentGrants(
  tx: Tx,
  { organisationId, personId }: OrganisationScope & { personId: string | null },
  { kind, id }: GrantedThing,
  today: string,
): Promise<CurrentGrant[]> {
  if (personId === null) return [];
  const rows = await tx
    .selectFrom("readingGrant")
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "readingGrant.organisationId")
        .onRef("person.id", "=", "readingGrant.personId"),
    )
    .where("readingGrant.organisationId", "=", organisationId)
    .where("readingGrant.ownerId", "=", personId)
    .where("readingGrant.kind", "=", kind)
    .where("readingGrant.thingId", "=", id)
    .where("readingGrant.revokedAt", "is", null)
    .where("readingGrant.endsOn", ">=", today)
    .select(["readingGrant.id", "readingGrant.personId", "readingGrant.reader"])
    .select(["readingGrant.parts", "readingGrant.endsOn"])
    .select(["person.name", "person.preferredName", "person.familyName"])
    .orderBy("person.name")
    .execute();
  return rows.map(({ reader, name, preferredName, familyName, ...row }) => ({
    ...row,
    name: displayName({ name, preferredName, familyName }),
    reader: readerOf(reader),
  }));
}

function readerOf(stored: string): GrantedReader {
  const reader = grantedReaders.find((each) => each === stored);
  if (!reader) throw new Error(`Unknown reader of a grant: ${stored}`);
  return reader;
}
