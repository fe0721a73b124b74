import { setImmediate as otherWork } from "node:timers/promises";
import { organisationName } from "~/features/identity/index.server.ts";
import { type NewMessage, queueMessages } from "~/features/letters/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { languageFor } from "../domain/letter-text.ts";
import { everyoneAsked } from "../store/request-store.server.ts";
import type { Round } from "../store/round-store.server.ts";
import { designLetter, type RoundLetter } from "./letter-design.server.ts";
import { storedLetters } from "./letter-store.server.ts";
import { wordingOf } from "./letter-texts.server.ts";
import { languagesOfRound } from "./round-languages.server.ts";

const CHUNK = 200;

/**
 * Thanks everyone who was asked in a round, whether they answered or not: nobody can tell the two apart. Called in the
 * transaction that closes it for good. The letters carry no link, and are not erased with the round's others. @returns
 * how many are thanked.
 */
export async function sendClosingLetters(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  round: Pick<Round, "organisationId" | "id" | "name" | "instrumentId">,
): Promise<number> {
  const asked = (await everyoneAsked(tx, round)).filter(
    ({ state }) => state === "invited" || state === "ended",
  );
  const people = await peopleByIds(tx, round, [...new Set(asked.map((each) => each.personId))]);
  const organisation = await organisationName(tx, round);
  const { own, offered } = await languagesOfRound(tx, round, round);
  const stored = await storedLetters(tx, round);
  const designs = new Map<string, RoundLetter>();
  let messages: NewMessage[] = [];
  let thanked = 0;
  for (const { name, email, language: wanted, status } of people) {
    if (!email || status !== "active") continue;
    const language = languageFor(wanted, offered, own);
    const wording = wordingOf(stored, "closing", language, own);
    const letter = designs.get(language) ?? (await designLetter("closing", wording));
    designs.set(language, letter);
    messages.push({
      aboutId: null,
      to: { name, address: email },
      ...letter({ name, organisation, cycle: round.name }, null),
    });
    if (messages.length < CHUNK) continue;
    thanked += await queueMessages(platform, tx, round, messages);
    messages = [];
    await otherWork();
  }
  return thanked + (await queueMessages(platform, tx, round, messages));
}
