import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { LONGEST_SEARCH } from "~/platform/search/words-found.ts";
import type { DirectoryPerson } from "../colleague-reads.server.ts";
import { colleaguesWith } from "./colleague-search-reads.server.ts";

const MOST = 8;

type Options = {
  except?: readonly (string | null | undefined)[];
  /** Former colleagues as well, for whoever may see them. */
  withInactive?: boolean;
};

/**
 * Whom a search finds, by name, title, department or address: the first few, those by name before the others,
 * and how many there are. The database looks for them: nobody else is read.
 */
export async function findColleagues(
  tx: Tx,
  actor: Actor,
  search: string,
  { except = [], withInactive = false }: Options = {},
): Promise<{ found: DirectoryPerson[]; matching: number }> {
  // No text in the database holds the character of number 0, nor may one be asked for.
  if (search === "" || search.includes("\0")) return { found: [], matching: 0 };
  const ids = except.flatMap((id) => id ?? []);
  const typed = search.slice(0, LONGEST_SEARCH);
  return colleaguesWith(tx, actor, { search: typed, except: ids, withInactive, most: MOST });
}
