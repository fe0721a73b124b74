import {
  type LetterFacts,
  prepareLetter,
  type WrittenLetter,
} from "~/features/letters/index.server.ts";
import { type LetterKind, paragraphsOf, placeholders } from "../domain/letter-text.ts";
import { type Wording, withPlaceholders } from "./letter-texts.server.ts";

/** The key of a letter's own link; no placeholder, so that a text can't carry it. */
const LINK = "__link";

export type RoundLetter = (
  facts: LetterFacts,
  link: string | null,
  further?: LetterFacts,
) => WrittenLetter;

/**
 * One of a round's letters, laid out once and filled in per person. `further` is how many other rounds a reminder
 * also speaks of: their facts are `count1`, `cycle1`, `closes1`, `link1` and so on.
 */
export async function designLetter(
  kind: LetterKind,
  wording: Wording,
  further = 0,
): Promise<RoundLetter> {
  const { language, subject, body } = wording;
  const others = Array.from({ length: further }, (_, index) => index + 1);
  const letter = {
    language,
    subject,
    paragraphs: paragraphsOf(body),
    ...(kind === "closing"
      ? {}
      : {
          action: {
            label: withPlaceholders(language, `${kind}.action`),
            href: `{{${LINK}}}`,
          },
        }),
    further: others.map((number) => ({
      before: numbered(withPlaceholders(language, "reminder.also"), number),
      label: withPlaceholders(language, "reminder.alsoAction"),
      href: `{{link${number}}}`,
    })),
    footer: withPlaceholders(language, `${kind}.footer`),
  };
  const furtherKeys = others.flatMap((number) =>
    ["count", "cycle", "closes", "link"].map((key) => `${key}${number}`),
  );
  const keys = [...placeholders[kind], LINK, ...furtherKeys];
  const fill = await prepareLetter(letter, keys);
  return (facts, link, more = {}) => fill({ ...facts, ...more, [LINK]: link ?? "" });
}

function numbered(text: string, number: number): string {
  return text.replace(/\{\{(\w+)\}\}/g, `{{$1${number}}}`);
}
