import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle } from "../store/cycle-store.server.ts";
import { cyclesToShuffle, shuffleResponses } from "./shuffle-store.server.ts";

/**
 * Takes the order of answering out of the database, of every round in which something was answered since. Whoever
 * answers at that moment waits until it is done. @returns how many rounds were shuffled.
 */
export async function shuffleAnswers(
  platform: Platform,
  scope: OrganisationScope,
): Promise<number> {
  const ids = await inOrganisation(platform, scope, (tx) => cyclesToShuffle(tx, scope));
  for (const id of ids)
    await inOrganisation(platform, scope, async (tx) => {
      const cycle = await lockCycle(tx, scope, id);
      if (cycle?.state === "collecting") await shuffleResponses(tx, cycle);
    });
  return ids.length;
}
