import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { type LetterKind, letterPhase, letterWording } from "~/features/rounds/domain/index.ts";
import {
  deleteLetter,
  languagesOfRound,
  letterMark,
  oneKind,
  saveLetter,
  storedLetters,
  usualWording,
  wordingOf,
} from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";

export type LetterProblem = { field: "subject" | "body"; problem: "missing" | "too-long" };

export type LetterChange = {
  kind: LetterKind;
  language: string;
  /** Null: back to the usual wording. */
  wording: { subject: unknown; body: unknown } | null;
  /** The mark of what a form was made from; left out where nothing was shown before. */
  seen?: string;
};

export type EditLetterOutcome =
  | Outcome<void, "not-allowed" | "unknown" | "closed" | "language" | "changed">
  | { ok: false; reason: "fields"; problems: LetterProblem[] };

/**
 * Changes what one of a cycle's letters says in one language, until the cycle closes; after the launch for what leaves
 * from then on. Nothing is written over that was not seen. The usual wording is not stored, so that it stays ours.
 */
export async function editLetter(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { kind, language, wording, seen }: LetterChange,
): Promise<EditLetterOutcome> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  const parsed = wording && letterWording.safeParse(wording);
  return inOrganisation(platform, actor, async (tx): Promise<EditLetterOutcome> => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (letterPhase(cycle.state) === "over") return refuse("closed");
    const { own, offered } = await languagesOfRound(tx, cycle, cycle);
    if (!offered.includes(language)) return refuse("language");
    if (parsed && !parsed.success) {
      const problems = parsed.error.issues.map((issue): LetterProblem => {
        const field = issue.path[0] === "subject" ? "subject" : "body";
        return { field, problem: issue.code === "too_big" ? "too-long" : "missing" };
      });
      return { ok: false, reason: "fields", problems };
    }
    const stored = await storedLetters(tx, cycle);
    const now = wordingOf(stored, kind, language, own);
    // Sent twice, it is saved once.
    const asStored =
      parsed !== null &&
      isSame(
        stored.find((each) => each.kind === kind && each.language === language),
        parsed.data,
      );
    if (!asStored && seen !== undefined && seen !== letterMark(cycle, now))
      return refuse("changed");
    const asUsual = !parsed || isSame(usualWording(kind, language), parsed.data);
    if (asUsual) await deleteLetter(tx, cycle, { kind, language });
    else await saveLetter(tx, cycle, { kind, language, ...parsed.data });
    await recordAudit(platform, tx, actor, {
      action: "cycle.letter-edited",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { kind, language, usual: asUsual },
    });
    return { ok: true };
  });
}

type Text = { subject: string; body: string };

function isSame(one: Text | null | undefined, other: Text): boolean {
  return one?.subject === other.subject && oneKind(one.body) === oneKind(other.body);
}
