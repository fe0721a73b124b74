import { describe, expect, test } from "vitest";
import { type Answers, answersIn, orderOf, QUESTIONS, type YesNo } from "./order.ts";

/** All 32 patterns, a letter a question: urgent, cause, reversible, commitment, experience. */
const PATTERNS = Array.from({ length: 32 }, (_, at) =>
  QUESTIONS.map((_question, bit) => ((at >> bit) & 1 ? "y" : "n")).join(""),
);

function answersOf(pattern: string): Required<Answers> {
  const said = (at: number): YesNo => (pattern[at] === "y" ? "yes" : "no");
  const [urgent, cause, reversible, commitment, experience] = [0, 1, 2, 3, 4].map(said);
  return { urgent, cause, reversible, commitment, experience } as Required<Answers>;
}

/** The rule again, as a table that can be read: the first row that fits a pattern holds; a dot stands for either. */
const TABLE: [RegExp, string, string][] = [
  [/^yn...$/, "stabilise", "managing"],
  [/^nn...$/, "understand", "leading"],
  [/^yy..n$/, "structure", "managing"],
  [/^ny.nn$/, "structure", "managing"],
  [/^.y.y.$/, "win", "leading"],
  [/^.y.ny$/, "hand-over", "leading"],
];

describe("each of the 32 patterns of five answers", () => {
  test.each(PATTERNS)("%s has both hats, the order of the table, and its notes", (pattern) => {
    const row = TABLE.find(([form]) => form.test(pattern));
    const answers = answersOf(pattern);
    const order = orderOf(answers);
    expect([order?.reason, order?.hats[0]]).toEqual(row?.slice(1));
    expect(order?.hats.toSorted()).toEqual(["leading", "managing"]);
    expect(order?.notes).toEqual([
      `reversible.${answers.reversible}`,
      `commitment.${answers.commitment}`,
      `experience.${answers.experience}`,
    ]);
  });

  test("they are 32 different ones, and every reason is reached", () => {
    expect(new Set(PATTERNS).size).toBe(32);
    const reached = new Set(PATTERNS.map((each) => orderOf(answersOf(each))?.reason));
    expect(reached.size).toBe(5);
  });

  test("with any answer left out there is no order yet", () => {
    for (const pattern of PATTERNS)
      for (const question of QUESTIONS) {
        const { [question]: _, ...rest } = answersOf(pattern);
        expect(orderOf(rest)).toBeNull();
      }
  });
});

test("whatever is no answer in an address counts as none", () => {
  const said = new URLSearchParams({ urgent: "yes", cause: "YES", reversible: "<script>" });
  expect(answersIn(said)).toEqual({ urgent: "yes" });
});
