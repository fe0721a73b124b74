import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import {
  isLetterKind,
  type LetterKind,
  type LetterPhase,
  letterKinds,
  letterPhase,
  placeholders,
  unknownPlaceholders,
} from "~/features/rounds/domain/index.ts";
import {
  dateIn,
  designLetter,
  languagesOfRound,
  letterMark,
  type PersonAsked,
  peopleAsked,
  peopleIn,
  storedLetters,
  usualWording,
  wordingOf,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";

export type LetterMistake = { kind: LetterKind; language: string; names: string[] };

/** What stands in double braces in a cycle's letters and means nothing there. */
export async function letterMistakes(
  tx: Tx,
  cycle: { organisationId: string; id: string },
): Promise<LetterMistake[]> {
  const stored = await storedLetters(tx, cycle);
  return stored.flatMap(({ kind, language, subject, body }) => {
    const names = unknownPlaceholders(kind, `${subject} ${body}`);
    return names.length > 0 ? [{ kind, language, names }] : [];
  });
}

/** The subject of a cycle's invitation in the questionnaire's own language, with its placeholders. */
export async function invitationSubject(
  tx: Tx,
  cycle: { organisationId: string; id: string; instrumentId: string },
): Promise<string> {
  const { own } = await languagesOfRound(tx, cycle, cycle);
  return wordingOf(await storedLetters(tx, cycle), "invitation", own, own).subject;
}

export type LettersPage = {
  cycleId: string;
  cycleName: string;
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
 * One of a cycle's letters in one language, with its preview; null when there is no such cycle, or it is not for this
 * actor.
 */
export function lettersPage(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  wanted: { kind: string | null; language: string | null },
): Promise<LettersPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const view = await cycleView(tx, actor, cycleId);
    if (!view) return null;
    const cycle = { ...view, organisationId: actor.organisationId };
    const { own, offered } = await languagesOfRound(tx, cycle, cycle);
    const kind = isLetterKind(wanted.kind) ? wanted.kind : "invitation";
    const language = offered.find((each) => each === wanted.language) ?? own;
    const stored = await storedLetters(tx, cycle);
    const isStored = (one: LetterKind, other: string) =>
      stored.some((each) => each.kind === one && each.language === other);
    const mistakes = await letterMistakes(tx, cycle);
    const mistakesIn = (one: LetterKind, other: string) =>
      mistakes.find((each) => each.kind === one && each.language === other)?.names ?? [];
    const wording = wordingOf(stored, kind, language, own);
    const phase = letterPhase(cycle.state);
    // Once answers come in, an example: a name would say that this person still has something left.
    const asked = phase === "before" ? await peopleAsked(tx, actor, cycleId) : [];
    const first = asked.find((each) => each.reachable) ?? null;
    const design = await designLetter(kind, wording);
    const facts = factsFor(cycle, await organisationName(tx, actor), wording.language, first);
    const { subject, html } = design(facts, `${platform.publicUrl}/r/…`);
    return {
      cycleId,
      cycleName: cycle.name,
      phase,
      seen: letterMark(cycle, wording),
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

function factsFor(
  cycle: { name: string; closesOn: string | null },
  organisation: string,
  language: string,
  first: PersonAsked | null,
) {
  return {
    name: first?.name ?? "Kim Example",
    organisation,
    cycle: cycle.name,
    closes: cycle.closesOn ? dateIn(language, cycle.closesOn) : "…",
    count: peopleIn(language, first?.requests ?? 3),
  };
}
