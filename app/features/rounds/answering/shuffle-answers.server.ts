import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockRound } from "../store/round-store.server.ts";
import { roundsToShuffle, shuffleResponses } from "./shuffle-store.server.ts";

/**
 * Takes the order of answering out of the database, of every round in which something was answered since. Whoever
 * answers at that moment waits until it is done. @returns how many rounds were shuffled.
 */
export async function shuffleAnswers(
  platform: Platform,
  scope: OrganisationScope,
): Promise<number> {
  const ids = await inOrganisation(platform, scope, (tx) => roundsToShuffle(tx, scope));
  for (const id of ids)
    await inOrganisation(platform, scope, async (tx) => {
      const round = await lockRound(tx, scope, id);
      if (round?.state === "collecting") await shuffleResponses(tx, round);
    });
  return ids.length;
}
