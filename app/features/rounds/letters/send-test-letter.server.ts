import { z } from "zod";
import { organisationName, ownAddress } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { queueMessages } from "~/features/letters/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { letterKinds } from "../domain/letter-text.ts";
import { roundForHr } from "../reads/round-reads.server.ts";
import { lockReached } from "../store/lock-reached.server.ts";
import { holdRound } from "../store/round-store.server.ts";
import { designLetter } from "./letter-design.server.ts";
import { storedLetters } from "./letter-store.server.ts";
import { wordingOf } from "./letter-texts.server.ts";
import { exampleFacts } from "./letters-page.server.ts";
import { languagesOfRound } from "./round-languages.server.ts";

export const testLetterInput = z.object({ kind: z.enum(letterKinds), language: z.string() });

/** What a letter for trying is stored as: nothing counts it among a round's letters. */
const TEST = "test-letter";

/**
 * Sends HR one of a round's letters as it is saved, to their own address, to see how it arrives. It is about nobody,
 * and its button leads to the round and opens nobody's page.
 */
export function sendTestLetter(
  platform: Platform,
  actor: Actor,
  roundId: string,
  { kind, language: wanted }: z.output<typeof testLetterInput>,
): Promise<Outcome<{ to: string }, "unknown" | "no-address">> {
  return inOrganisation(platform, actor, async (tx) => {
    const round = await roundForHr(tx, actor, roundId);
    if (!round || !(await lockReached(holdRound, tx, actor, roundId))) return refuse("unknown");
    const to = await ownAddress(tx, actor);
    if (!to) return refuse("no-address");
    const { own, offered } = await languagesOfRound(tx, round, round);
    const language = offered.find((each) => each === wanted) ?? own;
    const wording = wordingOf(await storedLetters(tx, round), kind, language, own);
    const fill = await designLetter(kind, wording);
    const reader = { name: to.name, requests: 3 };
    const facts = exampleFacts(round, await organisationName(tx, actor), wording.language, reader);
    const letter = fill(facts, `${platform.publicUrl}/cycles/${round.id}`);
    await queueMessages(platform, tx, actor, [{ ...letter, kind: TEST, aboutId: null, to }]);
    return accept({ to: to.address });
  });
}
