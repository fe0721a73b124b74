import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { type LetterKind, placeholders } from "../domain/letter-text.ts";

const kindOf = (name: LetterKind): KindOfLetter => ({ name, facts: placeholders[name] });

/** The letters of every round, whose words HR may change. */
export const roundLetters: Readonly<Record<LetterKind, KindOfLetter>> = {
  invitation: kindOf("invitation"),
  reminder: kindOf("reminder"),
  closing: kindOf("closing"),
};

/** How letters of a round end whose words are ours alone. */
export const ROUND_FOOTER = "mail:footer";
