import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { type LetterKind, placeholders } from "../domain/letter-text.ts";

const kindOf = (name: LetterKind): KindOfLetter => ({ name, facts: placeholders[name] });
const optional = (kind: KindOfLetter): KindOfLetter => ({ ...kind, mayBeDeclined: true });

/** The letters of every round, whose words HR may change. */
export const roundLetters: Readonly<Record<LetterKind, KindOfLetter>> = {
  invitation: kindOf("invitation"),
  reminder: optional(kindOf("reminder")),
  closing: optional(kindOf("closing")),
};

/** A kind of letter of a round whose words are ours alone, and what they speak of beside the round. */
export const roundNotice = (name: string, ...further: string[]): KindOfLetter => ({
  name,
  facts: ["name", "organisation", "cycle", ...further],
  footer: "mail:footer",
});

/** To everyone who was told of a round that is called off; it leads nowhere. */
export const calledOff: KindOfLetter = {
  name: "called-off",
  facts: ["name", "organisation", "cycle", "reason"],
};

/** Letters with a rater's personal link. */
export const extended = roundNotice("extended", "closes");
export const newLink = roundNotice("new-link", "closes");
/** Because HR sends somebody theirs once more. */
export const linkAgain = roundNotice("link-again", "closes");
