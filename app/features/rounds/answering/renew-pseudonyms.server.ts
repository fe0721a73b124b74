import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { visitDue } from "~/platform/due/visit-due.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { formerPseudonym, pseudonymWith } from "../pseudonyms/pseudonym.server.ts";
import { roundsOfFormerPseudonyms, setByPair } from "../pseudonyms/secret-store.server.ts";
import { pairsAsked } from "./pair-reads.server.ts";
import { renewResponses } from "./renewal-store.server.ts";

type Renewing = Pick<Platform, "database" | "clock" | "secret">;

/**
 * Gives the responses of open rounds from an earlier release a pseudonym for each pair, where the migrations noted that
 * there are such. Runs at every start and changes nothing twice: answers and links go on as before. @returns how many
 * rounds were renewed.
 */
export async function renewPseudonyms(platform: Renewing): Promise<number> {
  let renewed = 0;
  await visitDue(platform, "pseudonyms", {
    work: async (scope) => {
      renewed += await renewIn(platform, scope);
    },
    next: async () => null,
    // Nobody may answer before it is done: the next start does it.
    retryAfterMs: 0,
  });
  return renewed;
}

function renewIn(platform: Renewing, scope: OrganisationScope): Promise<number> {
  return inOrganisation(platform, scope, async (tx) => {
    const rounds = await roundsOfFormerPseudonyms(tx, scope);
    for (const { salt, ...round } of rounds) {
      const renewals = (await pairsAsked(tx, round)).map((pair) => ({
        subjectId: pair.subjectId,
        from: formerPseudonym(salt, platform.secret, pair.personId),
        to: pseudonymWith(salt, platform.secret, pair),
      }));
      await renewResponses(tx, round, renewals);
      await setByPair(tx, round);
    }
    return rounds.length;
  });
}
