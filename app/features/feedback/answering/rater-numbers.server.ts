import type { Tx } from "~/platform/db/database.server.ts";
import { pairsAsked } from "./pair-reads.server.ts";
import { pseudonymsIn } from "./pseudonym.server.ts";

/** The hand a response is by, for scoring: a number that is in no order and not kept, and the language its owner reads. */
export type Hand = { rater: string; language: string | null };

/**
 * Which responses of a cycle are by the same hand, by pseudonym. Found with the server's secret and in memory alone.
 */
export async function raterNumbers(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  secret: string,
): Promise<(pseudonym: Buffer) => Hand> {
  const pseudonym = await pseudonymsIn(tx, cycle, secret);
  const hands = new Map<string, Hand>();
  const persons = new Map<string, number>();
  if (pseudonym)
    for (const { language, ...pair } of await pairsAsked(tx, cycle)) {
      const number = persons.get(pair.personId) ?? persons.size;
      persons.set(pair.personId, number);
      hands.set(pseudonym(pair).toString("base64"), {
        rater: String(number),
        // "de-AT" reads the German questionnaire.
        language: language?.split("-")[0]?.toLowerCase() || null,
      });
    }
  return (given) => {
    const own = given.toString("base64");
    // Whoever is on no list any more rated nobody else.
    return hands.get(own) ?? { rater: own, language: null };
  };
}
