import {
  type LetterFacts,
  prepareLetter,
  type WrittenLetter,
} from "~/features/letters/index.server.ts";
import { paragraphsOf } from "~/features/rounds/domain/index.ts";
import { withPlaceholders } from "~/features/rounds/index.server.ts";

/** Filled in with a name, the organisation's and the cycle's, its last day (`closes`) and a personal link. */
export type LinkLetter = (facts: LetterFacts) => WrittenLetter;

/** A letter in our own words that leads raters to their list: there is more time, or their link is a new one. */
export function designLinkLetter(
  kind: "extended" | "new-link",
  language: string,
): Promise<LinkLetter> {
  const part = (key: string) => withPlaceholders(language, key);
  return prepareLetter(
    {
      language,
      subject: part(`${kind}.subject`),
      paragraphs: [part("greeting"), ...paragraphsOf(part(`${kind}.body`))],
      action: { label: part(`${kind}.action`), href: "{{link}}" },
      footer: part("footer"),
    },
    ["name", "organisation", "cycle", "closes", "link"],
  );
}
