import type { Tx } from "../db/database.server.ts";
import type { Outcome } from "../errors/outcome.ts";
import type { Platform } from "../platform.server.ts";

/** A letter somebody wants sent once more: its kind, what it was about, and to which address it went. */
export type LetterSent = { kind: string; aboutId: string | null; toAddress: string };

/**
 * Why a letter is not written once more: what it was about is over or asks nothing of them any more; nobody has this
 * address now; it was changed a short while ago; or one left today already.
 */
export type NotAgain = "over" | "nobody" | "held" | "today";

/** Kinds of letters whose feature writes them anew on demand: their text is erased once they were sent. */
export type LettersAgain<Actor> = {
  kinds: readonly string[];
  send(
    platform: Platform,
    tx: Tx,
    actor: Actor,
    sent: LetterSent,
  ): Promise<Outcome<void, NotAgain>>;
};
