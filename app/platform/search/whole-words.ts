/** Words, such as names and addresses, as they stand by themselves in a text: never as a part of a longer word. */
export type WholeWords = {
  standIn(text: string): boolean;
  /** The text with something else in their place. */
  replacedIn(text: string, by: string): string;
};

const ENDS_IN_A_WORD = /[\p{L}\p{M}\p{N}]$/u;
const BEGINS_WITH_A_WORD = /^[\p{L}\p{M}\p{N}]/u;
// What stands before an address may be a part of it: ana@x.org does not stand in maria.ana@x.org.
const ENDS_IN_AN_ADDRESS = /[\p{L}\p{M}\p{N}][.+_-]$/u;

/** Finds any of these, the longest first; without one that is more than blanks, none. */
export function wholeWords(words: readonly string[]): WholeWords {
  const known = [...new Set(words.filter((word) => word.trim() !== ""))].toSorted(
    (one, other) => other.length - one.length,
  );
  return {
    standIn: (text) => known.some((word) => firstPlace(text, word, 0) >= 0),
    replacedIn: (text, by) => known.reduce((parts, word) => split(parts, word), [text]).join(by),
  };
}

/** The parts of a text that stand between the words found so far, with this word taken out of each as well. */
function split(parts: readonly string[], word: string): string[] {
  return parts.flatMap((part) => {
    const between: string[] = [];
    let from = 0;
    for (let at = firstPlace(part, word, 0); at >= 0; at = firstPlace(part, word, from)) {
      between.push(part.slice(from, at));
      from = at + word.length;
    }
    return [...between, part.slice(from)];
  });
}

/** Where the word stands by itself, at this place of the text or after it; -1 for nowhere. */
function firstPlace(text: string, word: string, from: number): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    // Four UTF-16 units hold the last two characters, whichever they are.
    const before = text.slice(Math.max(0, at - 4), at);
    const after = text.slice(at + word.length, at + word.length + 2);
    const partOfAddress = word.includes("@") && ENDS_IN_AN_ADDRESS.test(before);
    if (!ENDS_IN_A_WORD.test(before) && !partOfAddress && !BEGINS_WITH_A_WORD.test(after))
      return at;
  }
  return -1;
}
