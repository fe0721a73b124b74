import { setImmediate as otherWork } from "node:timers/promises";
import { organisationName } from "~/features/identity/index.server.ts";
import { type NewMessage, queueMessages, type Wording } from "~/features/letters/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { listWay, personalLinks } from "../answering/personal-links.server.ts";
import { languageFor } from "../domain/letter-text.ts";
import type { Round } from "../store/round-store.server.ts";
import { type HeldLetter, holdLetters } from "./held-letter-store.server.ts";
import { designLetter, type RoundLetter } from "./letter-design.server.ts";
import { storedLetters } from "./letter-store.server.ts";
import { dateIn, peopleIn, wordingOf } from "./letter-texts.server.ts";
import { languagesOfRound } from "./round-languages.server.ts";

export type Guest = {
  invitationId: string;
  name: string;
  address: string;
  language: string | null;
  requests: number;
};

type InvitingRound = Pick<Round, "organisationId" | "id" | "name" | "closesOn" | "instrumentId">;

const CHUNK = 100;

/**
 * Queues one invitation per rater, in the wording of the round and the rater's language, with a personal link. Each
 * language is laid out once; between chunks the process turns to other work, so that pages stay quick meanwhile.
 * Whoever's address was changed a short while ago gets theirs later: it is kept until then. @returns how many are.
 */
export async function sendInvitations(
  platform: Pick<Platform, "clock" | "jobs" | "secret" | "publicUrl">,
  tx: Tx,
  round: InvitingRound,
  guests: readonly Guest[],
): Promise<number> {
  const organisation = await organisationName(tx, round);
  const designOf = await designsFor(tx, round, guests);
  const invited = guests.map((guest) => guest.invitationId);
  const linkTo = await personalLinks(platform, tx, round, invited);
  const held: HeldLetter[] = [];
  const toMessage = (guest: Guest): NewMessage | [] => {
    const { invitationId, name, address, requests } = guest;
    const { from, personId } = linkTo(invitationId);
    if (from === null) {
      held.push({ personId, roundId: round.id, notice: null, untilClosed: true });
      return [];
    }
    const { wording, closes, letter } = designOf(guest);
    const count = peopleIn(wording.language, requests);
    const facts = { name, organisation, cycle: round.name, closes, count };
    return {
      aboutId: round.id,
      to: { name, address },
      ...letter(facts, listWay(from)),
    };
  };
  for (let start = 0; start < guests.length; start += CHUNK) {
    const messages = guests.slice(start, start + CHUNK).flatMap(toMessage);
    await queueMessages(platform, tx, round, messages);
    await otherWork();
  }
  await holdLetters(tx, round, held);
  return held.length;
}

type Design = { wording: Wording; letter: RoundLetter; closes: string };

/** The invitation in the language of each of these guests. */
async function designsFor(
  tx: Tx,
  round: InvitingRound,
  guests: readonly Guest[],
): Promise<(guest: Guest) => Design> {
  const { own, offered } = await languagesOfRound(tx, round, round);
  const stored = await storedLetters(tx, round);
  const languageOf = (guest: Guest) => languageFor(guest.language, offered, own);
  const designs = new Map<string, Design>();
  for (const language of new Set(guests.map(languageOf))) {
    const wording = wordingOf(stored, "invitation", language, own);
    const closes = round.closesOn ? dateIn(wording.language, round.closesOn) : "";
    designs.set(language, { wording, letter: await designLetter("invitation", wording), closes });
  }
  return (guest) => {
    const design = designs.get(languageOf(guest));
    if (!design) throw new Error("a language without its letter");
    return design;
  };
}
