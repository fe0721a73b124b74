import { setImmediate as otherWork } from "node:timers/promises";
import { organisationName } from "~/features/identity/index.server.ts";
import { type NewMessage, queueMessages } from "~/features/letters/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { languageFor } from "~/features/rounds/domain/index.ts";
import {
  designLetter,
  languagesOfRound,
  type RoundLetter,
  requestsOf,
  storedLetters,
  wordingOf,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";

const CHUNK = 200;

/**
 * Thanks everyone who was asked in a cycle, whether they answered or not: nobody can tell the two apart. Called in the
 * transaction that closes it for good. The letters carry no link, and are not erased with the cycle's others. @returns
 * how many are thanked.
 */
export async function sendClosingLetters(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  cycle: Pick<CycleRow, "organisationId" | "id" | "name" | "instrumentId">,
): Promise<number> {
  const asked = (await requestsOf(tx, cycle)).filter(
    ({ state }) => state === "invited" || state === "ended",
  );
  const people = await peopleByIds(tx, cycle, [...new Set(asked.map((each) => each.personId))]);
  const organisation = await organisationName(tx, cycle);
  const { own, offered } = await languagesOfRound(tx, cycle, cycle);
  const stored = await storedLetters(tx, cycle);
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
      ...letter({ name, organisation, cycle: cycle.name }, null),
    });
    thanked += 1;
    if (messages.length < CHUNK) continue;
    await queueMessages(platform, tx, cycle, messages);
    messages = [];
    await otherWork();
  }
  await queueMessages(platform, tx, cycle, messages);
  return thanked;
}
