/**
 * Syllables of a German word, by its groups of vowels; a diphthong is one, and so is a doubled vowel. An estimate: two
 * vowels that meet where a word is put together ("geachtet", "beenden") count as they sound in most words.
 */
export function germanSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-zäöüß]/g, "");
  if (letters === "") return 0;
  const spoken = letters
    .replace(/qu/g, "q")
    .replace(/^(ge|be)(?=[aou]|e[^iu])/, "$1-")
    .replace(/(aa|ee|oo|ie|ei|ai|au|eu|äu|ey|ay)/g, "a-")
    .replace(/(?<=[aeiouyäöü])-(?=[^aeiouyäöü]|$)/g, "");
  return Math.max(
    1,
    spoken.split("-").reduce((sum, part) => sum + (part.match(/[aeiouyäöü]/g) ?? []).length, 0),
  );
}

const LONG = 6;

/**
 * The school grade, 4 to 15, in which a German text can be read; add six for the age in years. A text without a full
 * stop is one sentence; a colon or semicolon ends one. First Vienna formula for factual texts: Bamberger and Vanecek
 * (1984), Lesen – Verstehen – Lernen – Schreiben.
 */
export function germanReadingGrade(texts: readonly string[]): number {
  const sentences = texts.flatMap((text) =>
    text.split(/(?<![.!?:;])[.!?:;]+(?:\s|$)/).filter(hasWord),
  );
  const words = sentences.flatMap((sentence) => sentence.split(/[\s–—]+/).filter(hasWord));
  const percent = (isCounted: (word: string) => boolean) =>
    (100 * words.filter(isCounted).length) / words.length;
  return (
    0.1935 * percent((word) => germanSyllables(word) >= 3) +
    0.1672 * (words.length / sentences.length) +
    0.1297 * percent((word) => word.replace(/[^\p{L}]/gu, "").length > LONG) -
    0.0327 * percent((word) => germanSyllables(word) === 1) -
    0.875
  );
}

function hasWord(text: string): boolean {
  return /\p{L}/u.test(text);
}
