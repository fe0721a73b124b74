/** One rater's answers about one participant, in the instrument's item order. */
export type Answers = {
  /** null where nothing is chosen yet, and where the rater can't say. */
  ratings: (number | null)[];
  /** Indexes of items where the rater said that they can't say. */
  cantSay: number[];
  comments: Partial<Record<string, string>>;
};

export const LONGEST_COMMENT = 10_000;

/** What a form sends for "can't say". */
export const CANT_SAY = "none";

export function noAnswers(items: number): Answers {
  return { ratings: Array.from({ length: items }, () => null), cantSay: [], comments: {} };
}

/** The shape that answers are checked against: an instrument, as far as answering needs it. */
export type AnswerRules = {
  itemCount: number;
  isValid(itemIndex: number, value: number): boolean;
  questionKeys: readonly string[];
};

export type AnswerProblem = { field: string; problem: "not-an-answer" | "too-long" };

const ITEM_FIELD = /^item-(\d+)$/;
const COMMENT_FIELD = /^comment-(.+)$/;

/**
 * Merges the fields of a form or of an automatic save into what was answered before. Fields that are not
 * sent stay as they were; unknown or impossible values are named, and nothing else is changed by them.
 */
export function mergeAnswers(
  before: Answers,
  fields: Iterable<readonly [string, string]>,
  rules: AnswerRules,
): { answers: Answers; problems: AnswerProblem[] } {
  const ratings = [...before.ratings];
  const cantSay = new Set(before.cantSay);
  const comments = { ...before.comments };
  const problems: AnswerProblem[] = [];
  for (const [field, value] of fields) {
    const index = Number(ITEM_FIELD.exec(field)?.[1] ?? Number.NaN);
    const question = COMMENT_FIELD.exec(field)?.[1];
    if (!Number.isNaN(index)) {
      const rating = readRating(value, index, rules);
      if (rating === undefined) problems.push({ field, problem: "not-an-answer" });
      else {
        ratings[index] = rating;
        if (rating === null) cantSay.add(index);
        else cantSay.delete(index);
      }
    } else if (question !== undefined && rules.questionKeys.includes(question)) {
      // PostgreSQL stores neither NUL nor half a surrogate pair; the words around them are kept.
      const text = value.replace(/\r\n?/g, "\n").replaceAll("\0", "").toWellFormed();
      if (text.length > LONGEST_COMMENT) problems.push({ field, problem: "too-long" });
      comments[question] = text;
    }
  }
  return { answers: { ratings, cantSay: [...cantSay].sort((a, b) => a - b), comments }, problems };
}

function readRating(value: string, index: number, rules: AnswerRules): number | null | undefined {
  if (index >= rules.itemCount) return undefined;
  if (value === CANT_SAY) return null;
  const rating = /^-?\d$/.test(value) ? Number(value) : Number.NaN;
  return rules.isValid(index, rating) ? rating : undefined;
}

/** How many items have been dealt with, "can't say" included. */
export function dealtWith(answers: Answers): number {
  return answers.ratings.filter((rating) => rating !== null).length + answers.cantSay.length;
}

/** The items of a list that are still open, by index. */
export function openItems(answers: Answers, indexes: readonly number[]): number[] {
  return indexes.filter(
    (index) => answers.ratings[index] == null && !answers.cantSay.includes(index),
  );
}

/** Whether anything was really answered: a form of "can't say" alone tells nothing about anyone. */
export function saysSomething(answers: Answers): boolean {
  return (
    answers.ratings.some((rating) => rating !== null) ||
    Object.values(answers.comments).some((text) => text?.trim())
  );
}
