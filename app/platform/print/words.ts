import type { PrintWords, Run } from "./print-block.ts";

/**
 * Letters of scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
 */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /\p{L}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff\u{fdd0}-\u{fdef}]/gu;
const PRIVATE_USE = /\p{Co}/gu;
/** Longer than any word of a natural language that should not be broken. */
const LONG_WORD = /[^\s\u200b-]{25,}/gu;
const MAY_BREAK = "\u200b";
const PIECE = 12;
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Text as it can be set: well formed, nothing invisible that no font has, and long words with places to break. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(UNPRINTABLE, "")
    .replaceAll(PRIVATE_USE, "\ufffd")
    .replaceAll(LONG_WORD, (word) => inPieces(word).join(MAY_BREAK));
}

function inPieces(word: string): string[] {
  const letters = [...GRAPHEMES.segment(word)];
  if (letters.length < PIECE * 2) return [word];
  return Array.from({ length: Math.ceil(letters.length / PIECE) }, (_, index) =>
    letters
      .slice(index * PIECE, (index + 1) * PIECE)
      .map(({ segment }) => segment)
      .join(""),
  );
}

/** Could end an isolate early, or turn what follows. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;
/** One that is never ended runs to the end. */
const ISOLATED = /\u2068[^\u2069]*\u2069?/gu;

/** A name within our own sentence, kept from turning the sentence round (Unicode, UAX 9: first strong isolate). */
export function isolated(text: string): string {
  return `\u2068${text.replaceAll(BIDI_CONTROLS, "")}\u2069`;
}

/** A text runs the way its first letter does, isolates left out (Unicode, UAX 9, rules P2 and P3). */
export function runsRightToLeft(text: string): boolean {
  for (const letter of text.replaceAll(ISOLATED, ""))
    if (LETTER.test(letter)) return RIGHT_TO_LEFT.test(letter);
  return false;
}

/** Runs as one text that can be set, and which way it runs. */
export function wordsOf(runs: readonly Run[]): PrintWords {
  return {
    runs: runs.map((run) => ({ ...run, text: printable(run.text) })),
    rightToLeft: runsRightToLeft(runs.map((run) => run.text).join("")),
  };
}

export function plainWords(text: string): PrintWords {
  return wordsOf([{ text }]);
}
