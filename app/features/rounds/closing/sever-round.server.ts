import { eraseMessagesAbout } from "~/features/letters/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { eraseHeldLetters } from "../letters/held-letter-store.server.ts";
import { pseudonymsIn } from "../pseudonyms/pseudonym.server.ts";
import { ratersWithOrigin } from "../reads/rater-origin-reads.server.ts";
import type { RoundKey } from "../store/round-store.server.ts";
import {
  eraseKey,
  eraseLinks,
  type KeptResponses,
  regroupResponses,
  severResponses,
} from "./severing-store.server.ts";

/**
 * Cuts every tie between a round's answers and those who gave them, in the caller's transaction: counts of the groups
 * in `kept` are left, and no response, key, link or letter. Requests end by `endRequests`, once nobody is written to
 * about them any more.
 */
export async function severRound(
  platform: Pick<Platform, "secret">,
  tx: Tx,
  round: RoundKey,
  kept: readonly KeptResponses[],
): Promise<void> {
  await regroup(platform, tx, round);
  await severResponses(tx, round, kept);
  await eraseLinks(tx, round);
  await eraseTraces(tx, round);
}

/**
 * Erases every answer of a round and all that could say whose it was, in the caller's transaction. Links go on being
 * known, since each was made before anybody answered, so that they can say what became of the round.
 */
export async function eraseAnswers(tx: Tx, round: RoundKey): Promise<void> {
  await severResponses(tx, round, []);
  await eraseTraces(tx, round);
}

async function eraseTraces(tx: Tx, round: RoundKey): Promise<void> {
  await eraseKey(tx, round);
  await eraseMessagesAbout(tx, round, round.id);
  await eraseHeldLetters(tx, round);
}

/** In rounds launched before people from outside were a group, their answers are stored under another. */
async function regroup(
  { secret }: Pick<Platform, "secret">,
  tx: Tx,
  round: RoundKey,
): Promise<void> {
  const pseudonym = await pseudonymsIn(tx, round, secret);
  if (!pseudonym) return;
  const outside = (await ratersWithOrigin(tx, round)).filter(
    ({ relationship }) => relationship === "outside",
  );
  await regroupResponses(
    tx,
    round,
    outside.map((pair) => ({ ...pair, pseudonym: pseudonym(pair) })),
  );
}
