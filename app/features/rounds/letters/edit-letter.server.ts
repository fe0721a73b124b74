import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { letterPhase } from "../domain/letter-phase.ts";
import { letterKinds, letterWording } from "../domain/letter-text.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import type { RoundState } from "../domain/round.ts";
import { changeRound } from "../store/change-round.server.ts";
import { letterMark, oneKind } from "./letter-mark.server.ts";
import { deleteLetter, saveLetter, storedLetters } from "./letter-store.server.ts";
import { usualWording, wordingOf } from "./letter-texts.server.ts";
import { languagesOfRound } from "./round-languages.server.ts";

export const editLetterInput = z.object({
  kind: z.enum(letterKinds),
  language: z.string(),
  /** Null: back to the usual wording. */
  wording: letterWording.nullable(),
  /** The mark of what a form was made from; left out where nothing was shown before. */
  seen: z.string().optional(),
});

export type LetterChange = z.output<typeof editLetterInput>;

const { kind, language, seen } = editLetterInput.shape;

/** The same as a page sends it: saved, saved and looked at, saved and gone on, or put back to the usual wording. */
export const letterForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.enum(["save", "preview", "continue"]),
    ...{ kind, language, seen, ...letterWording.shape },
  }),
  z.object({ intent: z.literal("usual"), ...{ kind, language, seen } }),
]);

export function letterChange(form: z.output<typeof letterForm>): LetterChange {
  const { kind, language, seen } = form;
  const wording = form.intent === "usual" ? null : { subject: form.subject, body: form.body };
  return { kind, language, seen, wording };
}

/**
 * Changes what one of a round's letters says in one language, until the round closes; after the launch for what leaves
 * from then on. Nothing is written over that was not seen. The usual wording is not stored, so that it stays ours.
 */
export function editLetter(
  platform: Platform,
  actor: Actor,
  roundId: string,
  { kind, language, wording, seen }: LetterChange,
) {
  const change = {
    may: mayRunRound,
    from: (state: RoundState) => letterPhase(state) !== "over",
    late: "closed",
    did: "letter-edited",
  } as const;
  return changeRound(platform, actor, roundId, change, async (tx, round) => {
    const { own, offered } = await languagesOfRound(tx, round, round);
    if (!offered.includes(language)) return refuse("language");
    const stored = await storedLetters(tx, round);
    const now = wordingOf(stored, kind, language, own);
    const before = stored.find((each) => each.kind === kind && each.language === language);
    // Sent twice, it is saved once.
    const asStored = wording !== null && isSame(before, wording);
    if (!asStored && seen !== undefined && seen !== letterMark(round, now))
      return refuse("changed");
    const usual = wording === null || isSame(usualWording(kind, language), wording);
    if (usual) await deleteLetter(tx, round, { kind, language });
    else await saveLetter(tx, round, { kind, language, ...wording });
    return { ok: true, value: undefined, detail: { kind, language, usual } };
  });
}

type Text = { subject: string; body: string };

function isSame(one: Text | null | undefined, other: Text): boolean {
  return one?.subject === other.subject && oneKind(one.body) === oneKind(other.body);
}
