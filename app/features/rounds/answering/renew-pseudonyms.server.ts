import { everyOrganisation } from "~/features/identity/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { pairsAsked } from "./pair-reads.server.ts";
import { formerPseudonym, pseudonymWith } from "./pseudonym.server.ts";
import { renewResponses } from "./renewal-store.server.ts";
import { cyclesOfFormerPseudonyms, setByPair } from "./secret-store.server.ts";

/**
 * Gives the responses of open cycles from an earlier release a pseudonym for each pair. Runs at every start and changes nothing
 * twice: answers and links go on as before. @returns how many cycles were renewed.
 */
export async function renewPseudonyms(
  platform: Pick<Platform, "database" | "secret">,
): Promise<number> {
  let renewed = 0;
  for (const scope of await everyOrganisation(platform)) {
    renewed += await inOrganisation(platform, scope, async (tx) => {
      const cycles = await cyclesOfFormerPseudonyms(tx, scope);
      for (const { salt, ...cycle } of cycles) {
        const renewals = (await pairsAsked(tx, cycle)).map((pair) => ({
          participantId: pair.participantId,
          from: formerPseudonym(salt, platform.secret, pair.personId),
          to: pseudonymWith(salt, platform.secret, pair),
        }));
        await renewResponses(tx, cycle, renewals);
        await setByPair(tx, cycle);
      }
      return cycles.length;
    });
  }
  return renewed;
}
