import { chance } from "../chance.ts";
import { attackAdjusted, type Guesses } from "./attack.ts";
import type { Making } from "./knowledge.ts";

/** What was found over many rounds. */
export type LeniencyTally = {
  readonly rounds: number;
  /** Rounds in which something was found for sure. */
  readonly broken: number;
  readonly raters: number;
  readonly scores: number;
  readonly share: number;
  readonly lenient: Guesses;
  readonly answers: Guesses;
};

const plus = (a: Guesses, b: Guesses): Guesses => ({
  of: a.of + b.of,
  before: a.before + b.before,
  after: a.after + b.after,
});

/** The same seeded rounds for each way of making adjusted means. */
export function tallyAdjusted(rounds: number, from: Making): LeniencyTally {
  const none = { of: 0, before: 0, after: 0 };
  let [broken, raters, scores, share] = [0, 0, 0, 0];
  let [lenient, answers]: [Guesses, Guesses] = [none, none];
  for (let at = 0; at < rounds; at++) {
    const found = attackAdjusted(chance(`adjusted ${at}`), at, from);
    raters += found.raters;
    scores += found.scores;
    share = Math.max(share, found.share);
    lenient = plus(lenient, found.lenient);
    answers = plus(answers, found.answers);
    if (found.raters + found.scores > 0) broken++;
  }
  return { rounds, broken, raters, scores, share, lenient, answers };
}
