import { setImmediate as otherWork } from "node:timers/promises";
import { accessWays, organisationName } from "~/features/identity/index.server.ts";
import {
  type DesignedLetter,
  designLetter,
  type NewMessage,
  queueMessages,
} from "~/features/letters/index.server.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { localeOf } from "~/platform/i18n/format.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { HeldNotice } from "../domain/held-letter.ts";
import { languageFor } from "../domain/letter-text.ts";
import { type HeldLetter, holdLetters } from "./held-letter-store.server.ts";
import { dateIn } from "./letter-texts.server.ts";
import { languagesOfRound } from "./round-languages.server.ts";

export type Recipient = {
  personId: string;
  /** The page its button leads to; whoever has no account yet opens one on the way. */
  path: string;
  /** What else its text speaks of, such as the subject's name; several are listed as the reader's language does. */
  facts?: Readonly<Record<string, string | readonly string[]>>;
  /** What else its text says in words of ours, each a text with its namespace, in the reader's language. */
  words?: Readonly<Record<string, string>>;
  /** How many people its text speaks of, where it differs for one and for several. */
  count?: number;
};

export type NoticeRound = {
  organisationId: string;
  id: string;
  name: string;
  instrumentId: string;
};

export type Notice = {
  kind: KindOfLetter;
  /** Calendar dates the text speaks of, by name; written out in each reader's language. */
  dates?: Readonly<Record<string, string | null>>;
  /** Erased when the round closes; false for what is sent after that. */
  untilClosed?: boolean;
};

const CHUNK = 200;

/**
 * One letter per recipient with an address, in their language where the round has it. Everyone is named in a letter of
 * their own, once per recipient given. Whoever's address was changed a short while ago gets theirs later: it is kept
 * until then.
 */
export async function noticeLetters(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  round: NoticeRound,
  { kind, dates = {}, untilClosed = true }: Notice,
  recipients: readonly Recipient[],
): Promise<NewMessage[]> {
  const organisation = await organisationName(tx, round);
  const { own, offered } = await languagesOfRound(tx, round, round);
  const known = await peopleByIds(tx, round, [...new Set(recipients.map((each) => each.personId))]);
  const people = new Map(known.map((person) => [person.id, person]));
  const guests = recipients.flatMap(({ personId, path, facts = {}, words = {}, count = 1 }) => {
    const person = people.get(personId);
    // Nobody who has left is written to.
    if (!person?.email || person.status !== "active") return [];
    const language = languageFor(person.language, offered, own);
    const form = new Intl.PluralRules(language).select(count);
    const design = { key: `${language} ${form}`, language, count };
    const { name, email, linkVersion } = person;
    return [{ personId, path, facts, words, count, name, email, linkVersion, design }];
  });
  const ways = await accessWays(platform, tx, round, guests);
  const designs = new Map<string, DesignedLetter>();
  for (const { design } of guests)
    if (!designs.has(design.key))
      designs.set(design.key, await designLetter(kind, design.language, design));
  const messages: NewMessage[] = [];
  const held: HeldLetter[] = [];
  for (const [index, guest] of guests.entries()) {
    const { name, email, facts, words, design, personId, path, count } = guest;
    const way = ways[index];
    const fill = designs.get(design.key);
    if (!fill || way === undefined) throw new Error("a recipient without a letter");
    if (way === null) {
      const notice = {
        kind: kind.name,
        dates,
        path,
        facts: copied(facts),
        words: { ...words },
        count,
      };
      held.push({ personId, roundId: round.id, notice, untilClosed });
      continue;
    }
    const own = {
      ...datesIn(design.language, dates),
      ...listsIn(design.language, facts),
      ...wordsIn(design.language, words),
    };
    const all = { ...own, name, organisation, cycle: round.name };
    messages.push({
      aboutId: untilClosed ? round.id : null,
      to: { name, address: email },
      ...fill(all, way),
    });
    if (index % CHUNK === CHUNK - 1) await otherWork();
  }
  await holdLetters(tx, round, held);
  return messages;
}

function wordsIn(language: string, words: NonNullable<Recipient["words"]>): Record<string, string> {
  const t = textsIn(language).getFixedT(language);
  return Object.fromEntries(Object.entries(words).map(([name, key]) => [name, t(key)]));
}

function copied(facts: NonNullable<Recipient["facts"]>): HeldNotice["facts"] {
  const entries = Object.entries(facts).map(([key, fact]) => [
    key,
    typeof fact === "string" ? fact : [...fact],
  ]);
  return Object.fromEntries(entries);
}

/** Writes and queues notices. @returns how many are told. */
export async function queueNotices(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  round: NoticeRound,
  notice: Notice,
  recipients: readonly Recipient[],
): Promise<number> {
  const messages = await noticeLetters(platform, tx, round, notice, recipients);
  return queueMessages(platform, tx, round, messages);
}

function datesIn(language: string, dates: NonNullable<Notice["dates"]>): Record<string, string> {
  const written = Object.entries(dates).map(([day, date]) => [
    day,
    date === null ? "" : dateIn(language, date),
  ]);
  return Object.fromEntries(written);
}

function listsIn(language: string, facts: NonNullable<Recipient["facts"]>): Record<string, string> {
  const list = new Intl.ListFormat(localeOf(language));
  const written = Object.entries(facts).map(([key, fact]) => [
    key,
    typeof fact === "string" ? fact : list.format(fact),
  ]);
  return Object.fromEntries(written);
}
