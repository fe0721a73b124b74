import type { AnswerProblem, Answers } from "../domain/answers.ts";

/** What the form shows: the answers, what is wrong with them, and what they wrote over elsewhere. */
export type Shown = {
  answers: Answers;
  problems: readonly AnswerProblem[];
  replaced: ReadonlyMap<string, string>;
  /** The items that are asked now, by key. */
  asked: ReadonlySet<string>;
  /** In words, on what items depend, by key; where all of them are shown, whatever was answered. */
  depends?: ReadonlyMap<string, string>;
};
