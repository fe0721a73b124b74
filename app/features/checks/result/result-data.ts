import type { Said } from "~/platform/open-pages/say.ts";
import type { Check, Ratings, Voice } from "../domain/check.ts";
import type { CheckWords } from "../domain/words.ts";

/** All that a result's page needs to make one of an address; plain data, the same for everyone who reads a language. */
export type ResultPage = {
  check: Check;
  words: CheckWords;
  said: Said;
  language: string;
  /** What each answer is called. */
  choices: readonly { value: number; label: string }[];
  /** Where the check is answered, with and without a team. */
  ways: Readonly<Record<Voice, string>>;
  /** A situation of the guide in which it is put to use. */
  situation: { title: string; href: string };
};

/** Somebody's answers. */
export type Answered = { voice: Voice; ratings: Ratings };
