import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Picking } from "~/platform/feature/retention.ts";

/** Letters with which nothing happens any more, before a day; not to these addresses, nor about any of these things. */
type OldLetters = { before: string; addresses: readonly string[]; about: readonly string[] };

function oldLetters(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { before, addresses, about }: OldLetters,
) {
  const keys = addresses.map((address) => address.toLowerCase());
  return tx
    .selectFrom("message")
    .where("organisationId", "=", organisationId)
    .where("state", "in", ["sent", "kept", "failed", "bounced"])
    .where(sql<boolean>`created_at < ${before}::date`)
    .where(sql<boolean>`lower(to_address) <> ALL(${keys}::text[])`)
    .where(sql<boolean>`(about_id IS NULL OR about_id <> ALL(${about}::uuid[]))`)
    .where(sql<boolean>`NOT also_about && ${about}::uuid[]`);
}

export async function countOldLetters(
  tx: Tx,
  scope: OrganisationScope,
  wanted: OldLetters,
): Promise<number> {
  const { count } = await oldLetters(tx, scope, wanted)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function pickOldLetters(
  tx: Tx,
  scope: OrganisationScope,
  { after, most, ...wanted }: OldLetters & Picking,
): Promise<{ id: string; name: string }[]> {
  return oldLetters(tx, scope, wanted)
    .$if(after !== null, (query) => query.where("id", ">", after ?? ""))
    .select(["id", "toName as name"])
    .orderBy("id")
    .limit(most)
    .execute();
}

export async function deleteLetters(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("message")
    .where("organisationId", "=", organisationId)
    .where("id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
