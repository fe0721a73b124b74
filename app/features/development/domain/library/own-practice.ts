import { z } from "zod";
import { type Direction, directions, LONGEST } from "./practice-library.ts";

/** The languages in which an organisation may say a practice of its own: those of the product. */
export const practiceLanguages = ["en", "de"] as const;
export type PracticeLanguage = (typeof practiceLanguages)[number];

export const practiceParts = ["name", "cue", "action", "notice"] as const;
export type PracticePart = (typeof practiceParts)[number];
export type PracticeWords = Record<PracticePart, string>;

const typed = z.string().catch("").default("");
const typedWords = z
  .object({ name: typed, cue: typed, action: typed, notice: typed })
  .default({ name: "", cue: "", action: "", notice: "" });

/** A practice as it is typed: in one language, or in several. */
export const practiceInput = z.object({
  direction: z.enum(directions),
  en: typedWords,
  de: typedWords,
});

export type PracticeForm = z.output<typeof practiceInput>;

export type OwnPractice = {
  id: string;
  framework: string;
  behaviour: string;
  direction: Direction;
  revision: number;
  words: Partial<Record<PracticeLanguage, PracticeWords>>;
};

type Fault = {
  field: `${PracticeLanguage}.${PracticePart}`;
  code: "missing" | "too-long";
  values: { language: PracticeLanguage; part: PracticePart; most: number };
};

/**
 * Reads a practice as it was typed. A language in which nothing stands is left out; one that was begun has to be
 * finished, and one language there must be.
 */
export function readPractice(form: PracticeForm): {
  words: OwnPractice["words"];
  problems: Fault[];
} {
  const words: OwnPractice["words"] = {};
  const problems: Fault[] = [];
  const begun = practiceLanguages.filter((language) =>
    practiceParts.some((part) => form[language][part].trim() !== ""),
  );
  for (const language of begun.length > 0 ? begun : practiceLanguages.slice(0, 1)) {
    const said = {} as PracticeWords;
    for (const part of practiceParts) {
      const text = form[language][part].trim();
      said[part] = text;
      const values = { language, part, most: LONGEST[part] };
      const field = `${language}.${part}` as const;
      if (text === "") problems.push({ field, code: "missing", values });
      else if (text.length > LONGEST[part]) problems.push({ field, code: "too-long", values });
    }
    words[language] = said;
  }
  return { words, problems };
}
