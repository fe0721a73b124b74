import { setImmediate as otherWork } from "node:timers/promises";
import { organisationName } from "~/features/identity/index.server.ts";
import { type NewMessage, queueMessages, wayMark } from "~/features/letters/index.server.ts";
import type { DirectoryPerson } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { listWay, personalLinks } from "../answering/personal-links.server.ts";
import { languageFor } from "../domain/letter-text.ts";
import { designLetter, type RoundLetter } from "../letters/letter-design.server.ts";
import { type StoredLetter, storedLetters } from "../letters/letter-store.server.ts";
import { dateIn, peopleIn, wordingOf } from "../letters/letter-texts.server.ts";
import { languagesOfRound, type RoundLanguages } from "../letters/round-languages.server.ts";
import type { OpenWork } from "./work-left-reads.server.ts";

export type PersonToRemind = { person: DirectoryPerson; about: readonly OpenWork[] };

type Sender = Pick<Platform, "clock" | "jobs" | "secret" | "publicUrl">;
type Design = { language: string; letter: RoundLetter };

const CHUNK = 200;

/**
 * Queues one reminder per person, about all of their rounds: in the words of the one that closes first, with the others
 * below and a link to each. @returns how many have an address and are told.
 */
export async function sendReminders(
  platform: Sender,
  tx: Tx,
  scope: OrganisationScope,
  reminders: readonly PersonToRemind[],
): Promise<number> {
  const organisation = await organisationName(tx, scope);
  const invited = reminders.flatMap(({ about }) => about.map((work) => work.invitationId));
  const linkTo = await personalLinks(platform, tx, scope, invited);
  const designOf = designer(tx, scope);
  let told = 0;
  let messages: NewMessage[] = [];
  for (const { person, about } of reminders) {
    const [first, ...others] = about;
    if (!person.email || !first) continue;
    const { language, letter } = await designOf(person.language, first, others.length);
    const facts = { ...factsOf(first, language), name: person.name, organisation };
    // Of one person, so that all may be sent or none.
    const from = about.flatMap((work) => linkTo(work.invitationId).from ?? []);
    // Changed this moment: a letter with their new link follows once they may have one.
    if (from.length < about.length) continue;
    const further = others.flatMap((work, index) =>
      Object.entries({
        ...factsOf(work, language),
        link: wayMark(index + 2),
      }).map(([key, value]) => [`${key}${index + 1}`, value]),
    );
    messages.push({
      aboutId: first.round.id,
      alsoAbout: others.map(({ round }) => round.id),
      to: { name: person.name, address: person.email },
      ...letter(facts, listWay(...from), Object.fromEntries(further)),
    });
    if (messages.length < CHUNK) continue;
    told += await queueMessages(platform, tx, scope, messages);
    messages = [];
    await otherWork();
  }
  return told + (await queueMessages(platform, tx, scope, messages));
}

function factsOf({ round, left }: OpenWork, language: string) {
  return {
    cycle: round.name,
    count: peopleIn(language, left),
    closes: round.closesOn ? dateIn(language, round.closesOn) : "",
  };
}

/** Each letter is laid out once per round, language and number of further rounds. */
function designer(tx: Tx, scope: OrganisationScope) {
  const rounds = new Map<string, { languages: RoundLanguages; stored: StoredLetter[] }>();
  const designs = new Map<string, Design>();
  return async (wanted: string | null, { round }: OpenWork, further: number): Promise<Design> => {
    const known = rounds.get(round.id) ?? {
      languages: await languagesOfRound(tx, scope, round),
      stored: await storedLetters(tx, round),
    };
    rounds.set(round.id, known);
    const { own, offered } = known.languages;
    const language = languageFor(wanted, offered, own);
    const key = `${round.id} ${language} ${further}`;
    const before = designs.get(key);
    if (before) return before;
    const wording = wordingOf(known.stored, "reminder", language, own);
    const letter = await designLetter("reminder", wording, further);
    const design = { language: wording.language, letter };
    designs.set(key, design);
    return design;
  };
}
