import type { Tx } from "~/platform/db/database.server.ts";
import { pairsAsked } from "./pair-reads.server.ts";
import { pseudonymsIn } from "./pseudonym.server.ts";

/**
 * Which responses of a cycle are by the same hand, for scoring: a number for each rater, by pseudonym. Found with the server's
 * secret and in memory alone; the numbers are in no order and are not kept.
 */
export async function raterNumbers(
  tx: Tx,
  cycle: { organisationId: string; id: string },
  secret: string,
): Promise<(pseudonym: Buffer) => string> {
  const pseudonym = await pseudonymsIn(tx, cycle, secret);
  const numbers = new Map<string, string>();
  const persons = new Map<string, number>();
  if (pseudonym)
    for (const pair of await pairsAsked(tx, cycle)) {
      const number = persons.get(pair.personId) ?? persons.size;
      persons.set(pair.personId, number);
      numbers.set(pseudonym(pair).toString("base64"), String(number));
    }
  return (given) => {
    const own = given.toString("base64");
    // Whoever is on no list any more rated nobody else.
    return numbers.get(own) ?? own;
  };
}
