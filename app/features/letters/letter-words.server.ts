import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { texts, textsIn } from "~/platform/i18n/i18n.ts";

export type Wording = { subject: string; body: string; language: string };

const fileOf = ({ name }: KindOfLetter) => `letter-${name}`;

/**
 * A part of what a kind of letter says, with its places as they are; `count` chooses among the forms of one that has
 * several. English where it is not translated: letters are in the reader's language, whatever a page speaks.
 */
export function wordsOf(kind: KindOfLetter, language: string, part: string, count = 1): string {
  const t = textsIn(language).getFixedT(language, fileOf(kind));
  return t(part, { skipInterpolation: true, count });
}

/** How a kind of letter ends. */
export function footerOf(kind: KindOfLetter, language: string): string {
  if (kind.footer === undefined) return wordsOf(kind, language, "footer");
  return textsIn(language).getFixedT(language)(kind.footer, { skipInterpolation: true });
}

/** What a letter says unless somebody changed it; null in a language we don't write it in. */
export function usualWording(kind: KindOfLetter, language: string): Wording | null {
  if (!texts.hasResourceBundle(language, fileOf(kind))) return null;
  const part = (name: string) => wordsOf(kind, language, name);
  return { subject: part("subject"), body: part("body"), language };
}
