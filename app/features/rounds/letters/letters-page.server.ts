import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type LetterPhase, letterPhase } from "../domain/letter-phase.ts";
import {
  isLetterKind,
  type LetterKind,
  letterKinds,
  placeholders,
  unknownPlaceholders,
} from "../domain/letter-text.ts";
import { type PersonAsked, peopleAsked } from "../reads/asked-counts-reads.server.ts";
import { roundForHr } from "../reads/round-reads.server.ts";
import { designLetter } from "./letter-design.server.ts";
import { letterMark } from "./letter-mark.server.ts";
import { storedLetters } from "./letter-store.server.ts";
import { dateIn, peopleIn, usualWording, wordingOf } from "./letter-texts.server.ts";
import { languagesOfRound } from "./round-languages.server.ts";

export type LetterMistake = { kind: LetterKind; language: string; names: string[] };

/** What stands in double braces in a round's letters and means nothing there. */
export async function letterMistakes(
  tx: Tx,
  round: { organisationId: string; id: string },
): Promise<LetterMistake[]> {
  const stored = await storedLetters(tx, round);
  return stored.flatMap(({ kind, language, subject, body }) => {
    const names = unknownPlaceholders(kind, `${subject} ${body}`);
    return names.length > 0 ? [{ kind, language, names }] : [];
  });
}

/** The subject of a round's invitation in the questionnaire's own language, with its placeholders. */
export async function invitationSubject(
  tx: Tx,
  round: { organisationId: string; id: string; instrumentId: string },
): Promise<string> {
  const { own } = await languagesOfRound(tx, round, round);
  return wordingOf(await storedLetters(tx, round), "invitation", own, own).subject;
}

export type LettersPage = {
  roundId: string;
  roundName: string;
  phase: LetterPhase;
  /** The mark of this wording, for the form to bring back. */
  seen: string;
  kind: LetterKind;
  language: string;
  languages: string[];
  /** Every letter and language, and whether its wording is our own. */
  letters: { kind: LetterKind; language: string; changed: boolean; mistaken: boolean }[];
  wording: { subject: string; body: string };
  changed: boolean;
  /** Whether there is a usual wording in this language to go back to. */
  usual: boolean;
  placeholders: readonly string[];
  mistakes: string[];
  /** The letter as the first of those asked would get it; after the launch as nobody in particular would. */
  preview: { to: string | null; subject: string; html: string };
};

/**
 * One of a round's letters in one language, with its preview; null when there is no such round, or it is not for this
 * actor.
 */
export function lettersPage(
  platform: Platform,
  actor: Actor,
  roundId: string,
  wanted: { kind: string | null; language: string | null },
): Promise<LettersPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const round = await roundForHr(tx, actor, roundId);
    if (!round) return null;
    const { own, offered } = await languagesOfRound(tx, round, round);
    const kind = isLetterKind(wanted.kind) ? wanted.kind : "invitation";
    const language = offered.find((each) => each === wanted.language) ?? own;
    const stored = await storedLetters(tx, round);
    const isStored = (one: LetterKind, other: string) =>
      stored.some((each) => each.kind === one && each.language === other);
    const mistakes = await letterMistakes(tx, round);
    const mistakesIn = (one: LetterKind, other: string) =>
      mistakes.find((each) => each.kind === one && each.language === other)?.names ?? [];
    const wording = wordingOf(stored, kind, language, own);
    const phase = letterPhase(round.state);
    // Once answers come in, an example: a name would say that this person still has something left.
    const asked = phase === "before" ? await peopleAsked(tx, actor, roundId) : [];
    const first = asked.find((each) => each.reachable) ?? null;
    const design = await designLetter(kind, wording);
    const facts = exampleFacts(round, await organisationName(tx, actor), wording.language, first);
    const { subject, html } = design(facts, `${platform.publicUrl}/r/…`);
    return {
      roundId,
      roundName: round.name,
      phase,
      seen: letterMark(round, wording),
      kind,
      language,
      languages: offered,
      letters: letterKinds.flatMap((one) =>
        offered.map((other) => ({
          kind: one,
          language: other,
          changed: isStored(one, other),
          mistaken: mistakesIn(one, other).length > 0,
        })),
      ),
      wording: { subject: wording.subject, body: wording.body },
      changed: isStored(kind, language),
      usual: usualWording(kind, language) !== null,
      placeholders: placeholders[kind],
      mistakes: mistakesIn(kind, language),
      preview: { to: first?.name ?? null, subject, html },
    };
  });
}

/** What a letter says of its reader and round: of somebody who is asked, or of nobody in particular. */
export function exampleFacts(
  round: { name: string; closesOn: string | null },
  organisation: string,
  language: string,
  first: Pick<PersonAsked, "name" | "requests"> | null,
) {
  return {
    name: first?.name ?? "Kim Example",
    organisation,
    cycle: round.name,
    closes: round.closesOn ? dateIn(language, round.closesOn) : "…",
    count: peopleIn(language, first?.requests ?? 3),
  };
}
