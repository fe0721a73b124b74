import { instrumentToRead } from "~/features/questionnaires/index.server.ts";
import { lentRounds } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** What a behaviour is called that is asked about again, by the round of the report and its key. */
export type WordsAsked = (ofRoundId: string, item: string) => string;

/** The behaviours that some rounds' reports are about, whole, in the language of whoever reads. */
export async function wordsAsked(
  tx: Tx,
  scope: OrganisationScope,
  ofRounds: readonly string[],
): Promise<WordsAsked> {
  const words = new Map<string, string>();
  const rounds =
    ofRounds.length === 0
      ? []
      : await tx
          .selectFrom(lentRounds(scope))
          .where("round.id", "in", [...new Set(ofRounds)])
          .select(["round.id", "round.instrumentId"])
          .execute();
  for (const { id, instrumentId } of rounds) {
    const found = await instrumentToRead(tx, scope, instrumentId);
    for (const { key, self } of found?.instrument.items ?? []) words.set(`${id} ${key}`, self);
  }
  return (ofRoundId, item) => words.get(`${ofRoundId} ${item}`) ?? item;
}
