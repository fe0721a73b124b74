/** A word, with its marks and apostrophes; global. */
export const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;

/** A word as it is compared: lower case, without an English possessive. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/, "");
}

/** The words of people's names as they are compared: lower case, without titles' dots and hyphens. */
export function wordsOfName(name: string): string[] {
  return (name.match(WORD) ?? []).map(plainWord).filter((word) => word.length > 1);
}
