import type { Said } from "~/platform/open-pages/say.ts";
import type { Group, SituationWords } from "../domain/situation.ts";

/** A situation as the page of all of them lists and finds it. */
export type ListedSituation = {
  key: string;
  group: Group;
  words: Pick<SituationWords, "title" | "summary" | "keywords" | "moves">;
  asks: readonly string[];
  topics: readonly string[];
  href: string;
};

/** All that the page of situations needs to find among them; the same for everyone who reads a language. */
export type GuideView = {
  said: Said;
  language: string;
  situations: readonly ListedSituation[];
  /** What may be chosen as a topic. */
  topics: readonly string[];
};

/** All that the page of one situation needs to put its two hats in order. */
export type SituationView = {
  said: Said;
  language: string;
  /** The page's own address, and the language that it asks for. */
  own: string;
  lang: string | null;
  words: Pick<SituationWords, "moves" | "tooMuch">;
};
