/** One question with what was answered: in words, that it can't be said, or nothing yet. */
export type AnswerInWords = { key: string; text: string; words: string[]; cantSay: string | null };

/** A page of the questionnaire with its answers, as whoever answers reads them before they send. */
export type LookedOver = { key: string; title: string | null; answers: AnswerInWords[] };

/** Whether something was said to it, if only that it can't be. */
export function isSaid({ words, cantSay }: AnswerInWords): boolean {
  return words.length > 0 || cantSay !== null;
}
