import { meaningWords, type OverlapLanguage, sharedWords } from "./wording-overlap.ts";

/** Words that say how good something is, or how much of it there is, and nothing that one can see. */
const DEGREES: Record<OverlapLanguage, string> = {
  en: "very well good better best great excellent strong strongly high highly full fully more most much often always usually really quite rather consistently effectively successfully",
  de: "sehr gut gute guter besser beste ausgezeichnet stark hoch höher voll völlig mehr meist viel oft immer häufig wirklich ganz ziemlich durchgängig wirksam erfolgreich",
};

/**
 * How much two neighbouring levels of a competency say the same: the share of their words that they have in common, 0
 * to 1, when function words, words of the competency's own name and core, and words of degree are left out. Two levels
 * that differ in "good" and "very good" alone overlap fully: nobody could see which of them somebody is on.
 */
export function anchorOverlap(
  first: string,
  second: string,
  { about, language }: { about: readonly string[]; language: OverlapLanguage },
): number {
  const [a, b] = [first, second].map((text) => seen(text, about, language));
  return a && b ? sharedWords(a, b) : 1;
}

/** The words of a level that are neither small, nor the competency's own, nor of degree. */
export function seen(
  anchor: string,
  about: readonly string[],
  language: OverlapLanguage,
): Set<string> {
  const leftOut = meaningWords([...about, DEGREES[language]].join(" "), language);
  return meaningWords(anchor, language).difference(leftOut);
}
