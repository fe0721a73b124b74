import {
  type DesignedFor,
  type LetterFacts,
  type LetterWay,
  designLetter as layOut,
  type Wording,
  wordsOf,
} from "~/features/letters/index.server.ts";
import type { LetterKind } from "../domain/letter-text.ts";
import { roundLetters } from "./kinds.ts";

export type RoundLetter = (
  facts: LetterFacts,
  link: string | LetterWay | null,
  further?: LetterFacts,
) => DesignedFor;

/**
 * One of a round's letters, laid out once and filled in per person. `further` is how many other rounds a reminder
 * also speaks of: their facts are `count1`, `cycle1`, `closes1`, `link1` and so on.
 */
export async function designLetter(
  kind: LetterKind,
  wording: Wording,
  further = 0,
): Promise<RoundLetter> {
  const { language } = wording;
  const others = Array.from({ length: further }, (_, index) => index + 1);
  const part = (name: string) => wordsOf(roundLetters.reminder, language, name);
  const fill = await layOut(roundLetters[kind], language, {
    wording,
    withoutLink: kind === "closing",
    further: {
      parts: others.map((number) => ({
        before: numbered(part("also"), number),
        label: part("alsoAction"),
        href: `{{link${number}}}`,
      })),
      facts: others.flatMap((number) =>
        ["count", "cycle", "closes", "link"].map((key) => `${key}${number}`),
      ),
    },
  });
  return (facts, link, more = {}) => fill({ ...facts, ...more }, link);
}

function numbered(text: string, number: number): string {
  return text.replace(/\{\{(\w+)\}\}/g, `{{$1${number}}}`);
}
