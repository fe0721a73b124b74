import { expect, test } from "vitest";
import {
  type AnswerRules,
  dealtWith,
  LONGEST_COMMENT,
  mergeAnswers,
  noAnswers,
  openItems,
  saysSomething,
} from "./answers.ts";

const rules: AnswerRules = {
  itemCount: 3,
  isValid: (_index, value) => value >= -2 && value <= 2,
  questionKeys: ["keep"],
};

test("takes what was sent and leaves the rest as it was", () => {
  const first = mergeAnswers(
    noAnswers(3),
    [
      ["item-0", "-2"],
      ["item-1", "none"],
    ],
    rules,
  ).answers;
  const second = mergeAnswers(
    first,
    [
      ["item-2", "0"],
      ["comment-keep", "a\r\nb"],
    ],
    rules,
  ).answers;
  expect(second).toEqual({ ratings: [-2, null, 0], cantSay: [1], comments: { keep: "a\nb" } });
  expect(dealtWith(second)).toBe(3);
});

test("a rating replaces can't say, and the other way round", () => {
  const cantSay = mergeAnswers(noAnswers(3), [["item-0", "none"]], rules).answers;
  const rated = mergeAnswers(cantSay, [["item-0", "1"]], rules).answers;
  expect(rated).toMatchObject({ ratings: [1, null, null], cantSay: [] });
  expect(mergeAnswers(rated, [["item-0", "none"]], rules).answers).toMatchObject({
    ratings: [null, null, null],
    cantSay: [0],
  });
});

test.each(["3", "", "1.5", "one", "-3", "1e0"])(
  "names %j as no answer and keeps what was there",
  (value) => {
    const before = mergeAnswers(noAnswers(3), [["item-0", "1"]], rules).answers;
    const { answers, problems } = mergeAnswers(before, [["item-0", value]], rules);
    expect(problems).toEqual([{ field: "item-0", problem: "not-an-answer" }]);
    expect(answers).toEqual(before);
  },
);

test("an item that does not exist is named; fields that are none of ours are ignored", () => {
  const { answers, problems } = mergeAnswers(
    noAnswers(3),
    [
      ["item-3", "1"],
      ["comment-other", "x"],
      ["_save", "1"],
    ],
    rules,
  );
  expect(problems).toEqual([{ field: "item-3", problem: "not-an-answer" }]);
  expect(answers).toEqual(noAnswers(3));
});

test("a comment that is too long is named, and what was typed is kept", () => {
  const text = "x".repeat(LONGEST_COMMENT + 1);
  const { answers, problems } = mergeAnswers(noAnswers(3), [["comment-keep", text]], rules);
  expect(problems).toEqual([{ field: "comment-keep", problem: "too-long" }]);
  expect(answers.comments.keep).toBe(text);
});

test("open items are those neither rated nor declined; only can't say tells nothing", () => {
  const { answers } = mergeAnswers(noAnswers(3), [["item-1", "none"]], rules);
  expect(openItems(answers, [0, 1, 2])).toEqual([0, 2]);
  expect(saysSomething(answers)).toBe(false);
  expect(saysSomething({ ...answers, comments: { keep: "Thanks" } })).toBe(true);
});
