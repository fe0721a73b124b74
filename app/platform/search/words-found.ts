/** Of what is typed to search by, no more is looked for. In characters. */
export const LONGEST_SEARCH = 200;

/** Whether every word of a search begins a word of these texts, in any order; case and accents don't matter. */
export function wordsFound(search: string, ...texts: readonly (string | null)[]): boolean {
  const words = plainWords(texts.join(" "));
  return plainWords(search).every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/** Letters that are no letter with an accent, but that many type without one. */
const TYPED_AS: Record<string, string> = {
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ł: "l",
  đ: "d",
  ı: "i",
};

/**
 * The words of a text as they are compared. The database keeps those of people by the same rules (`plain_words`, in a
 * migration): whoever changes these writes a migration that makes them anew.
 */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øæœßłđı]/gu, (letter) => TYPED_AS[letter] ?? letter);
  return plain.split(/[\s.,@_-]+/u).filter((word) => word !== "");
}
