import { peopleInRounds } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Spared } from "~/platform/feature/retention.ts";
import { heldSince, sparedBy } from "../store/hold-store.server.ts";

/**
 * What may not be forgotten for now: of whom a hold stands, the rounds on hold, and everybody of whom something stands
 * in those, because erasing them would take it out of the round.
 */
export async function keptByHolds(tx: Tx, scope: OrganisationScope): Promise<Spared> {
  const { people, rounds } = await sparedBy(tx, scope);
  const inRounds = await peopleInRounds(tx, scope, rounds);
  return { people: [...new Set([...people, ...inRounds])], rounds };
}

/** Why somebody may be neither erased nor merged for now, in a word; null when no hold stands against it. */
export async function hindranceBy(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<{ word: string } | null> {
  if ((await heldSince(tx, scope, personId)) !== null) return { word: "privacy:personal.held" };
  const { rounds } = await sparedBy(tx, scope);
  const inRounds = await peopleInRounds(tx, scope, rounds);
  return inRounds.includes(personId) ? { word: "privacy:personal.heldRound" } : null;
}
