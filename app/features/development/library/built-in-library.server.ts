import german from "../../../../content/practices/both-hats.de.json";

import bothHats from "../../../../content/practices/both-hats.en.json";
import type { PracticeForm, PracticeWords } from "../domain/library/own-practice.ts";
import {
  type PracticeLibrary,
  practiceLibrarySchema,
  practiceTranslationSchema,
  wordedLibrary,
} from "../domain/library/practice-library.ts";

const library = practiceLibrarySchema.parse(bothHats);
const inLanguages = new Map(
  [german].map((file) => {
    const translation = practiceTranslationSchema.parse(file);
    return [translation.language, wordedLibrary(library, translation)] as const;
  }),
);

/** The practices that come with the product, in a language; in English where there is no translation. */
export function builtInLibrary(language: string): PracticeLibrary {
  return inLanguages.get(language) ?? library;
}

/** One of our practices in every language, to be put into other words; null where there is none. */
export function practiceLike(behaviour: string, key: string | null): PracticeForm | null {
  const inEach = (language: string) =>
    key === null ? undefined : builtInLibrary(language).behaviours[behaviour]?.practices[key];
  const [en, de] = [inEach("en"), inEach("de")];
  return en && de ? { direction: en.direction, en: wordsOf(en), de: wordsOf(de) } : null;
}

function wordsOf({ name, cue, action, notice }: PracticeWords): PracticeWords {
  return { name, cue, action, notice };
}
