import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { type LetterWay, WAY_MARK } from "./domain/letter-way.ts";
import { paragraphsOf } from "./domain/paragraphs.ts";
import type { Letter } from "./emails/letter.tsx";
import { footerOf, type Wording, wordsOf } from "./letter-words.server.ts";
import { type LetterFacts, prepareLetter, type WrittenLetter } from "./prepare-letter.server.tsx";

/** The key of a letter's own link; no fact, so that a text can't carry it. */
const LINK = "__link";

export type DesignedLetter = (
  facts: LetterFacts,
  /** Where its button leads, or what its link is made from when it leaves; null for a letter without one. */
  link: string | LetterWay | null,
) => DesignedFor;

/** One letter, with what its link is still to be made from, whether its reader may do without it, and who sees that. */
export type DesignedFor = WrittenLetter & {
  kind: string;
  way: LetterWay | null;
  mayBeDeclined: boolean;
  isPrivate: boolean;
};

type Design = {
  /** Of how many its words speak, where they differ for one and for several. */
  count?: number;
  /** In place of the usual words. */
  wording?: Pick<Wording, "subject" | "body">;
  /** Further buttons, each after its own words, and what may stand in these in double braces. */
  further?: { parts: NonNullable<Letter["further"]>; facts: readonly string[] };
  /** Left out, it leads somewhere. */
  withoutLink?: boolean;
};

/** A kind of letter in a language, laid out once and filled in for one person or for thousands. */
export async function designLetter(
  kind: KindOfLetter,
  language: string,
  { count = 1, wording, further, withoutLink = false }: Design = {},
): Promise<DesignedLetter> {
  const part = (name: string) => wordsOf(kind, language, name, count);
  const letter: Letter = {
    language,
    subject: wording?.subject ?? part("subject"),
    paragraphs: paragraphsOf(wording?.body ?? part("body")),
    ...(withoutLink ? {} : { action: { label: part("action"), href: `{{${LINK}}}` } }),
    ...(further && { further: further.parts }),
    footer: footerOf(kind, language),
  };
  const fill = await prepareLetter(letter, [...kind.facts, LINK, ...(further?.facts ?? [])]);
  const { name, mayBeDeclined = false, isPrivate = false } = kind;
  return (facts, link) => {
    const way = typeof link === "string" ? null : link;
    const href = way === null ? String(link ?? "") : WAY_MARK;
    return { kind: name, way, mayBeDeclined, isPrivate, ...fill({ ...facts, [LINK]: href }) };
  };
}
