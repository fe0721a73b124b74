import type { Actor } from "~/features/identity/index.ts";
import { findColleagues } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { wouldRate } from "./coach-rater-reads.server.ts";

export type PossibleCoach = {
  id: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
  /** Whom of those they would coach they are asked to rate: names, for a word of warning. */
  rates: string[];
};

/**
 * Colleagues a search finds who could coach: the first few, and how many there are.
 * @param about the one participant to be coached, or all who have no coach yet.
 */
export async function possibleCoaches(
  tx: Tx,
  actor: Actor,
  search: string,
  { cycleId, about }: { cycleId: string; about: string | "all-without-coach" },
): Promise<{ found: PossibleCoach[]; matching: number }> {
  const { found: first, matching } = await findColleagues(tx, actor, search);
  const personIds = first.map((person) => person.id);
  const rated = Map.groupBy(
    await wouldRate(tx, actor, cycleId, { personIds, about }),
    (each) => each.coachId,
  );
  const found = first.map(({ id, name, jobTitle, department }) => ({
    ...{ id, name, jobTitle, department },
    rates: (rated.get(id) ?? []).map((each) => each.participant),
  }));
  return { found, matching };
}
