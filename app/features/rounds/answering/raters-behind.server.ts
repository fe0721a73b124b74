import type { Tx } from "~/platform/db/database.server.ts";
import { countsTowardsMinimum } from "../domain/counting.ts";
import { pseudonymsIn } from "../pseudonyms/pseudonym.server.ts";
import { ratersWithOrigin } from "../reads/rater-origin-reads.server.ts";

/**
 * The hand a response is by, for scoring: a number that is in no order and not kept, and the language its owner reads.
 */
export type Hand = { rater: string; language: string | null };

/** Whose a response is, as far as scoring may know. */
export type RaterBehind = Hand & {
  /** Null where nobody is known by this pseudonym: then the response says it. */
  relationship: string | null;
  /** Whether they count towards a minimum. */
  counts: boolean;
};

/** Whoever is on no list any more rated nobody else, and counts for nobody. */
export const nobodyBehind = (rater: string): RaterBehind => ({
  rater,
  language: null,
  relationship: null,
  counts: false,
});

/**
 * Who is behind the responses of a round, by pseudonym, and which are by the same hand. Found with the server's secret
 * and in memory alone. Where they were asked about the same person before, `since` is when: an address that others
 * changed since then counts for nobody.
 */
export async function ratersBehind(
  tx: Tx,
  round: { organisationId: string; id: string },
  secret: string,
  since?: Date,
): Promise<(pseudonym: Buffer) => RaterBehind> {
  const pseudonym = await pseudonymsIn(tx, round, secret);
  const behind = new Map<string, RaterBehind>();
  const persons = new Map<string, number>();
  if (pseudonym)
    for (const asked of await ratersWithOrigin(tx, round, undefined, since)) {
      const number = persons.get(asked.personId) ?? persons.size;
      persons.set(asked.personId, number);
      behind.set(pseudonym(asked).toString("base64"), {
        rater: String(number),
        // "de-AT" reads the German questionnaire.
        language: asked.language?.split("-")[0]?.toLowerCase() || null,
        relationship: asked.relationship,
        counts: countsTowardsMinimum(asked),
      });
    }
  return (given) => {
    const own = given.toString("base64");
    return behind.get(own) ?? nobodyBehind(own);
  };
}
