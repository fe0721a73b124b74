import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";

/** On a day of practice, to whoever chose to be nudged. */
export const nudgeLetter: KindOfLetter = {
  name: "practice-nudge",
  facts: ["name", "organisation", "cue", "action"],
  mayBeDeclined: true,
  // Who practises, and that nudges stop for whoever ignores them, is nobody else's to know.
  isPrivate: true,
};
