import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { accept, type Outcome, type Problems, refuseInput } from "~/platform/errors/outcome.ts";
import {
  findListed,
  MOST_ENTRIES,
  type PeopleFound,
  readPeopleList,
} from "../domain/people-list.ts";
import { peopleByIdentifiers } from "./identifier-reads.server.ts";

export const listedAudienceInput = z.object({
  list: z.string("empty"),
  /** Does without the lines that can't be used. */
  leavingOut: z.boolean().default(false),
});

/** Who was looked up, line by line; null when the list could not be read as one. */
export type ListRefusal = Problems & { found: PeopleFound | null };

/**
 * The people that a pasted list of addresses or employee ids names. One line that can't be used refuses the list,
 * unless it is to be left out. HR only: to anyone else nobody is known.
 */
export async function listedAudience(
  tx: Tx,
  actor: Actor,
  { list, leavingOut }: z.output<typeof listedAudienceInput>,
): Promise<Outcome<string[], never> | ListRefusal> {
  const entries = readPeopleList(list);
  if (entries.length === 0) return refuseList("empty");
  if (entries.length > MOST_ENTRIES) return refuseList("too-long");
  const keys = [...new Set(entries.map(({ key }) => key))];
  const found = findListed(entries, await peopleByIdentifiers(tx, actor, keys));
  const wrong = found.problems.filter(({ problem }) => problem !== "twice").length;
  if (wrong > 0 && !(leavingOut && found.personIds.length > 0))
    return refuseList("lines", { count: wrong }, found);
  return accept(found.personIds);
}

function refuseList(
  code: string,
  values: Record<string, number> = {},
  found: PeopleFound | null = null,
): ListRefusal {
  return { ...refuseInput({ field: "list", code, values }), found };
}
