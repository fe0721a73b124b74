import { type RawBuilder, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { collationNames, readerLocale } from "../domain/reader-locale.ts";

/** How names are sorted for a reader: by the database, and here. */
export type Collation = { name: string; collator: Intl.Collator };

/** As their record says, then as their browser asks (`wishes`, best first). */
export async function collationFor(
  tx: Tx,
  reader: OrganisationScope & { personId: string | null },
  wishes: readonly string[],
): Promise<Collation> {
  const own = reader.personId === null ? null : await languageOf(tx, reader, reader.personId);
  const locale = readerLocale([own ?? "", ...wishes]);
  const names = collationNames(locale);
  const { rows } = await sql<{ name: string }>`
    SELECT collname AS name FROM pg_catalog.pg_collation
     WHERE collprovider = 'i' AND collname = ANY(${names}::text[])
  `.execute(tx);
  const name = names.find((each) => rows.some((row) => row.name === each));
  if (!name) throw new Error("the database has no collations of ICU");
  return { name, collator: new Intl.Collator(locale) };
}

/** A text that is sorted by a collation which the database has. */
export function collated(text: RawBuilder<unknown>, name: string): RawBuilder<unknown> {
  // Not a reference, which would be written in small letters.
  return sql`(${text}) ${sql.raw(`COLLATE "${name}"`)}`;
}

async function languageOf(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", personId)
    .select("language")
    .executeTakeFirst();
  return row?.language ?? null;
}
