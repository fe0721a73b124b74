import { setImmediate as otherWork } from "node:timers/promises";
import { organisationName } from "~/features/identity/index.server.ts";
import { type NewMessage, queueMessages } from "~/features/letters/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { personalLinks } from "../answering/personal-links.server.ts";
import { languageFor } from "../domain/letter-text.ts";
import type { CycleRow } from "../store/cycle-store.server.ts";
import { languagesOfCycle } from "./cycle-languages.server.ts";
import { type HeldLetter, holdLetters } from "./held-letter-store.server.ts";
import { type CycleLetter, designLetter } from "./letter-design.server.ts";
import { storedLetters } from "./letter-store.server.ts";
import { dateIn, peopleIn, type Wording, wordingOf } from "./letter-texts.server.ts";

export type Guest = {
  invitationId: string;
  name: string;
  address: string;
  language: string | null;
  requests: number;
};

type InvitingCycle = Pick<CycleRow, "organisationId" | "id" | "name" | "closesOn" | "instrumentId">;

const CHUNK = 100;

/**
 * Queues one invitation per rater, in the wording of the cycle and the rater's language, with a personal link. Each
 * language is laid out once; between chunks the process turns to other work, so that pages stay quick meanwhile.
 * Whoever's address was changed a short while ago gets theirs later: it is kept until then. @returns how many are.
 */
export async function sendInvitations(
  platform: Pick<Platform, "clock" | "jobs" | "secret" | "publicUrl">,
  tx: Tx,
  cycle: InvitingCycle,
  guests: readonly Guest[],
): Promise<number> {
  const organisation = await organisationName(tx, cycle);
  const designOf = await designsFor(tx, cycle, guests);
  const invited = guests.map((guest) => guest.invitationId);
  const linkTo = await personalLinks(platform, tx, cycle, invited);
  const held: HeldLetter[] = [];
  const toMessage = (guest: Guest): NewMessage | [] => {
    const { invitationId, name, address, requests } = guest;
    const { link, personId } = linkTo(invitationId);
    if (link === null) {
      held.push({ personId, cycleId: cycle.id, notice: null, untilClosed: true });
      return [];
    }
    const { wording, closes, letter } = designOf(guest);
    const count = peopleIn(wording.language, requests);
    const facts = { name, organisation, cycle: cycle.name, closes, count };
    return {
      kind: "invitation",
      aboutId: cycle.id,
      to: { name, address },
      ...letter(facts, link),
    };
  };
  for (let start = 0; start < guests.length; start += CHUNK) {
    const messages = guests.slice(start, start + CHUNK).flatMap(toMessage);
    await queueMessages(platform, tx, cycle, messages);
    await otherWork();
  }
  await holdLetters(tx, cycle, held);
  return held.length;
}

type Design = { wording: Wording; letter: CycleLetter; closes: string };

/** The invitation in the language of each of these guests. */
async function designsFor(
  tx: Tx,
  cycle: InvitingCycle,
  guests: readonly Guest[],
): Promise<(guest: Guest) => Design> {
  const { own, offered } = await languagesOfCycle(tx, cycle, cycle);
  const stored = await storedLetters(tx, cycle);
  const languageOf = (guest: Guest) => languageFor(guest.language, offered, own);
  const designs = new Map<string, Design>();
  for (const language of new Set(guests.map(languageOf))) {
    const wording = wordingOf(stored, "invitation", language, own);
    const closes = cycle.closesOn ? dateIn(wording.language, cycle.closesOn) : "";
    designs.set(language, { wording, letter: await designLetter("invitation", wording), closes });
  }
  return (guest) => {
    const design = designs.get(languageOf(guest));
    if (!design) throw new Error("a language without its letter");
    return design;
  };
}
