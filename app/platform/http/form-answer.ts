import type { SubmissionResult } from "@conform-to/react";
import type { Problem } from "../errors/problem.ts";

/** What a page is told of a form that it sent and that was refused: every problem, and what was typed. */
export type FormAnswer = {
  result: SubmissionResult<Problem[]>;
  /** The button that was pressed, where a page has several forms. */
  intent: string | null;
};

/** The answer to what was sent otherwise than typed: a file, or a button whose page is out of date. */
export function answerWith(...problems: Problem[]): FormAnswer {
  const error = Object.fromEntries(Map.groupBy(problems, ({ field = "" }) => field));
  return { result: { status: "error", error }, intent: null };
}

/** What was typed into a field that holds one text. */
export function typedIn(answer: FormAnswer | undefined, field: string): string {
  const typed = answer?.result.initialValue?.[field];
  return typeof typed === "string" ? typed : "";
}

/** Every problem of an answer, with the field it is about where there is one. */
export function problemsIn(answer: FormAnswer | undefined): Problem[] {
  return Object.entries(answer?.result.error ?? {}).flatMap(([field, problems]) =>
    (problems ?? []).map((problem) => (field === "" ? problem : { ...problem, field })),
  );
}
