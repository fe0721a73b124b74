import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import type { AnnouncementStep } from "../domain/announcing.ts";

const kindOf = (name: string): KindOfLetter => ({
  ...{ name, facts: ["name", "organisation", "cycle", "person", "word"] },
  // What somebody tells those who were asked is between them: no list of letters shows it.
  isPrivate: true,
});

/** To everyone who was asked about somebody, each a letter of their own; it leads nowhere. */
export const announcementLetters: Readonly<Record<AnnouncementStep, KindOfLetter>> = {
  announced: kindOf("focus-announced"),
  thanked: kindOf("focus-thanks"),
  told: kindOf("focus-outcome"),
};

/** The first of them, where each is asked for a suggestion by a letter of its own. */
export const announcedAsking = kindOf("focus-announced-asking");
