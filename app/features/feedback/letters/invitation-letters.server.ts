import { setImmediate as otherWork } from "node:timers/promises";
import { organisationName } from "~/features/identity/index.server.ts";
import { type NewMessage, queueMessages } from "~/features/notifications/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { personalLinks } from "../answering/personal-links.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { languageFor } from "../domain/letter-text.ts";
import { languagesOfCycle } from "../setup/cycle-languages.server.ts";
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
 */
export async function sendInvitations(
  platform: Pick<Platform, "clock" | "jobs" | "secret" | "publicUrl">,
  tx: Tx,
  cycle: InvitingCycle,
  guests: readonly Guest[],
): Promise<void> {
  const organisation = await organisationName(tx, cycle);
  const { own, offered } = await languagesOfCycle(tx, cycle, cycle);
  const stored = await storedLetters(tx, cycle);
  const designs = new Map<string, { wording: Wording; letter: CycleLetter; closes: string }>();
  for (const language of new Set(
    guests.map((guest) => languageFor(guest.language, offered, own)),
  )) {
    const wording = wordingOf(stored, "invitation", language, own);
    const closes = cycle.closesOn ? dateIn(wording.language, cycle.closesOn) : "";
    designs.set(language, { wording, letter: await designLetter("invitation", wording), closes });
  }
  const invited = guests.map((guest) => guest.invitationId);
  const linkTo = await personalLinks(platform, tx, cycle, invited);
  const toMessage = ({ invitationId, name, address, language, requests }: Guest): NewMessage => {
    const design = designs.get(languageFor(language, offered, own));
    if (!design) throw new Error("a language without its letter");
    const written = design.wording.language;
    const facts = {
      name,
      organisation,
      cycle: cycle.name,
      closes: design.closes,
      count: peopleIn(written, requests),
    };
    const link = linkTo(invitationId);
    return {
      kind: "invitation",
      aboutId: cycle.id,
      to: { name, address },
      ...design.letter(facts, link),
    };
  };
  for (let start = 0; start < guests.length; start += CHUNK) {
    const messages = guests.slice(start, start + CHUNK).map(toMessage);
    await queueMessages(platform, tx, cycle, messages);
    await otherWork();
  }
}
