import type { CommentWarning } from "./comment-warnings.ts";

/** In what enough of the others who are asked about the same person are likely to write. */
export type LikelyWriting = {
  /** Primary BCP 47 subtags; languages that are hard to tell apart as one. */
  languages: readonly string[];
  /** ISO 15924 codes. */
  scripts: readonly string[];
};

const NAMES = (
  "Latn Latin Cyrl Cyrillic Grek Greek Arab Arabic Hebr Hebrew Hani Han Hira Hiragana Kana Katakana Hang Hangul Thai Thai " +
  "Deva Devanagari Beng Bengali Taml Tamil Telu Telugu Gujr Gujarati Guru Gurmukhi Knda Kannada Mlym Malayalam Sinh Sinhala " +
  "Armn Armenian Geor Georgian Ethi Ethiopic Khmr Khmer Laoo Lao Mymr Myanmar"
).split(" ");

/** Runs of each script, by code: words of it with what joins them. */
const SCRIPTS = NAMES.flatMap((code, at): { code: string; letter: RegExp; run: RegExp }[] => {
  const name = NAMES[at + 1];
  if (at % 2 === 1 || name === undefined) return [];
  const own = `\\p{Script=${name}}`;
  return [
    {
      code,
      letter: new RegExp(own, "gu"),
      // The first that is longer than a sign, where there is one.
      run: new RegExp(`${own}[${own}\\p{M}]+(?: ${own}[${own}\\p{M}]*){0,3}|${own}`, "u"),
    },
  ];
});

/** Scripts that a language is written in together. */
const TOGETHER: Record<string, readonly string[]> = {
  Jpan: ["Hani", "Hira", "Kana"],
  Kore: ["Hang", "Hani"],
  Hans: ["Hani"],
  Hant: ["Hani"],
};

/** Languages that short texts do not tell apart. */
const ALIKE = ["no nb nn da", "hr sr bs", "cs sk", "id ms"].map((each) => each.split(" "));

/** A language as it is compared; null for what is no language. */
export function plainLanguage(tag: string): string | null {
  const primary = /^[a-z]{2,3}(?![a-z])/i.exec(tag)?.[0].toLowerCase();
  if (!primary) return null;
  return ALIKE.find((each) => each.includes(primary))?.[0] ?? primary;
}

function scriptsOf(language: string): readonly string[] {
  const { script } = new Intl.Locale(language).maximize();
  return script === undefined ? [] : (TOGETHER[script] ?? [script]);
}

/**
 * What others are likely to write in, by the languages that the directory names for them, and the questionnaire's own
 * where it names none. A language or script counts from `enough` of them: with the writer they are as many as a list of
 * comments needs. null where no language does: then there is no crowd to be lost in. Rests on no answer.
 */
export function likelyWriting(
  others: readonly (string | null)[],
  own: string,
  enough: number,
): LikelyWriting | null {
  const written = others.flatMap((each) => plainLanguage(each ?? own) ?? plainLanguage(own) ?? []);
  const often = (values: readonly string[]) =>
    [...new Set(values)].filter(
      (value) => values.filter((each) => each === value).length >= enough,
    );
  const languages = often(written);
  if (languages.length === 0) return null;
  return { languages, scripts: often(written.flatMap(scriptsOf)) };
}

/** A sign such as μ is no word; in other scripts one sign may be. */
const FEWEST_LETTERS = 2;
const ONE_IS_A_WORD = ["Hani", "Hira", "Kana", "Hang"];

/**
 * Words in a script that few others use, of several the one used most. Latin stands in many texts for names of things,
 * so it counts only where it prevails.
 */
export function scriptWarnings(text: string, { scripts }: LikelyWriting): CommentWarning[] {
  const used = SCRIPTS.map(({ code, letter, run }) => ({
    code,
    letters: text.match(letter)?.length ?? 0,
    found: text.match(run)?.[0] ?? "",
  }));
  const all = used.reduce((sum, { letters }) => sum + letters, 0);
  const foreign = used.filter(({ code, letters, found }) => {
    if (scripts.includes(code) || (code === "Latn" && letters * 2 <= all)) return false;
    return found.length >= (ONE_IS_A_WORD.includes(code) ? 1 : FEWEST_LETTERS);
  });
  const [most] = foreign.toSorted((one, other) => other.letters - one.letters);
  return most ? [{ kind: "script", found: most.found }] : [];
}

/** The language of a whole comment, where few others are likely to write in it; by its code. */
export function languageWarnings(
  written: string | null,
  { languages }: LikelyWriting,
): CommentWarning[] {
  const language = written === null ? null : plainLanguage(written);
  if (written === null || language === null || languages.includes(language)) return [];
  return [{ kind: "language", found: written }];
}
