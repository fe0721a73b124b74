import { type SqlBool, sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import {
  type DirectoryPerson,
  directoryPeople,
  directoryPerson,
} from "../colleague-reads.server.ts";
import { collated, collationFor } from "../directory/collation-reads.server.ts";
import { shownName } from "../directory/shown-name-reads.server.ts";
import { maySeeInactivePeople } from "../policy.ts";

export type ColleagueSearch = {
  /** Whoever has words that begin with each of these is found. */
  search: string;
  except: readonly string[];
  /** Former colleagues as well, after the others; for whoever may see them. */
  withInactive: boolean;
  most: number;
};

/**
 * The first few whom words find, those by name before the others, as the reader's language sorts; and how many there
 * are.
 */
export async function colleaguesWith(
  tx: Tx,
  actor: Actor,
  { search, except, withInactive, most }: ColleagueSearch,
): Promise<{ found: DirectoryPerson[]; matching: number }> {
  const words = await wordsTyped(tx, search);
  const { name: collation } = await collationFor(tx, actor, []);
  const everyone = withInactive && maySeeInactivePeople(actor);
  const rows = await directoryPeople(tx, actor)
    .where("external", "=", false)
    .where("id", "!=", sql<string>`ALL(${except}::uuid[])`)
    .where(begunBy(words, sql`name_words || other_words`))
    .$if(!everyone, (query) => query.where("status", "=", "active"))
    // How many there are is counted in the same look, before the limit.
    .select((eb) => eb.fn.countAll<number>().over().as("matching"))
    .orderBy("status")
    .orderBy(begunBy(words, sql`name_words`), "desc")
    .orderBy(collated(shownName("person"), collation))
    .orderBy("id")
    .limit(most)
    .execute();
  return {
    found: rows.map(({ matching: _, ...row }) => directoryPerson(row)),
    matching: Number(rows[0]?.matching ?? 0),
  };
}

/** The words of a search, by the rules and the release of Unicode by which those of people are kept. */
async function wordsTyped(tx: Tx, search: string): Promise<string[]> {
  const { rows } = await sql<{ words: string }>`SELECT plain_words(${search}) AS words`.execute(tx);
  return (rows[0]?.words ?? "").split(" ").filter((word) => word !== "");
}

/** Whether each of these begins one of the words kept, which all stand after a blank. */
function begunBy(words: readonly string[], kept: ReturnType<typeof sql>) {
  const each = words.map((word) => sql<SqlBool>`strpos(${kept}, ${` ${word}`}) > 0`);
  return sql<SqlBool>`(${sql.join([sql`1 = 1`, ...each], sql` AND `)})`;
}
