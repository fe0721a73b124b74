import type { AnswerProblem, Answers } from "~/features/questionnaires/domain/index.ts";
import type { sectionViews } from "~/features/questionnaires/index.ts";
import type { Check, Voice } from "../domain/check.ts";
import type { ResultPage } from "../result/result-data.ts";

/** What a check's page asks with. */
export type AskedCheck = {
  name: string;
  lead: string;
  minutes: number;
  voice: Voice;
  check: Check;
  language: string;
  origin: string;
  sections: ReturnType<typeof sectionViews>;
  none: Answers;
  /** `own` is the page's address without a language; the others lead on in this one. */
  ways: { own: string; action: string; other: string; result: string; all: string };
};

/** What a browser without script is answered. */
export type AnsweredCheck =
  | { kind: "refused"; answers: Answers; problems: AnswerProblem[]; done: number }
  | { kind: "result"; page: ResultPage; ratings: (number | null)[] };
