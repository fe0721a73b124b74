import type { Actor } from "~/features/identity/index.ts";
import { activePeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { matches } from "../domain/monitoring.ts";

export type PossibleCoach = {
  id: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
};

const MOST = 8;

/** Colleagues a search finds who could coach: the first few, and how many there are. */
export async function possibleCoaches(
  tx: Tx,
  actor: Actor,
  search: string,
): Promise<{ found: PossibleCoach[]; matching: number }> {
  if (search === "") return { found: [], matching: 0 };
  const all = (await activePeople(tx, actor)).filter(({ name, jobTitle, department }) =>
    matches(search, name, jobTitle, department),
  );
  const found = all
    .slice(0, MOST)
    .map(({ id, name, jobTitle, department }) => ({ id, name, jobTitle, department }));
  return { found, matching: all.length };
}
