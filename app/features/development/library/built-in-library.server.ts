import german from "../../../../content/practices/both-hats.de.json";

import bothHats from "../../../../content/practices/both-hats.en.json";
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
