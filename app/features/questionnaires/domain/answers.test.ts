import { expect, test } from "vitest";
import {
  type AnswerRules,
  type AskedRule,
  dealtWith,
  declineOpen,
  LONGEST_COMMENT,
  mergeAnswers,
  noAnswers,
  onlyAsked,
  openItems,
  saysSomething,
} from "./answers.ts";
import { keep, name } from "./given.ts";

const rule = (changed: Partial<AskedRule> & { key: string }): AskedRule => ({
  slot: null,
  stores: "answer",
  owed: true,
  cantSay: true,
  when: null,
  parts: [""],
  take: (_part, text) => keep(text),
  conflict: () => null,
  isAnswered: ({ rating, texts }) => rating !== null || Boolean(texts[""]),
  ...changed,
});

const rating = (slot: number, changed: Partial<AskedRule> = {}) =>
  rule({
    key: `rated-${slot}`,
    slot,
    stores: "rating",
    take: (_part, text) => (/^-?[0-2]$/.test(text) ? keep(Number(text)) : name("not-an-answer")),
    ...changed,
  });

const rules: AnswerRules = {
  ratings: 3,
  asked: [
    rating(0),
    rating(1),
    rating(2),
    rule({
      key: "keep",
      stores: "comment",
      owed: false,
      cantSay: false,
      take: (_part, text) => (text.length > LONGEST_COMMENT ? name("too-long") : keep(text)),
    }),
  ],
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
  expect(second).toEqual({
    ratings: [-2, null, 0],
    cantSay: [1],
    comments: { keep: "a\nb" },
    others: {},
  });
  expect(dealtWith(rules, second)).toEqual({ done: 3, total: 3 });
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
    expect(problems).toEqual([{ field: "item-0", code: "not-an-answer", typed: value }]);
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
  expect(problems).toEqual([{ field: "item-3", code: "not-an-answer" }]);
  expect(answers).toEqual(noAnswers(3));
});

test("a comment that is too long is named, and what was typed is kept", () => {
  const text = "x".repeat(LONGEST_COMMENT + 1);
  const { answers, problems } = mergeAnswers(noAnswers(3), [["comment-keep", text]], rules);
  expect(problems).toEqual([{ field: "comment-keep", code: "too-long" }]);
  expect(answers.comments.keep).toBe(text);
});

test("open items are those neither rated nor declined; only can't say tells nothing", () => {
  const { answers } = mergeAnswers(noAnswers(3), [["item-1", "none"]], rules);
  expect(openItems(rules, answers).map(({ slot }) => slot)).toEqual([0, 2]);
  expect(saysSomething(answers)).toBe(false);
  expect(saysSomething({ ...answers, comments: { keep: "Thanks" } })).toBe(true);
});

const branching: AnswerRules = {
  ratings: 2,
  asked: [
    rating(0),
    rating(1, { when: [{ field: "item-0", value: "2" }] }),
    rule({ key: "why", when: [{ field: "item-1", value: "0" }], cantSay: false }),
  ],
};
const answered = (...fields: [string, string][]) =>
  mergeAnswers(noAnswers(2), fields, branching).answers;

test("an item is asked when its condition holds, and owed only then", () => {
  expect(dealtWith(branching, noAnswers(2))).toEqual({ done: 0, total: 1 });
  expect(openItems(branching, answered(["item-0", "2"])).map(({ key }) => key)).toEqual([
    "rated-1",
  ]);
  const both = answered(["item-0", "2"], ["item-1", "0"]);
  expect(openItems(branching, both).map(({ key }) => key)).toEqual(["why"]);
});

test("a condition rests on nothing that is not asked itself, and what is not asked in the end is not kept", () => {
  const all = answered(["item-0", "1"], ["item-1", "0"], ["answer-why", "so"]);
  expect(dealtWith(branching, all)).toEqual({ done: 1, total: 1 });
  expect(onlyAsked(branching, all)).toEqual({
    ratings: [1, null],
    cantSay: [],
    comments: {},
    others: {},
  });
});

test("declining what is open leaves what can't be declined", () => {
  const declined = declineOpen(branching, answered(["item-0", "2"]));
  expect(declined).toMatchObject({ ratings: [2, null], cantSay: [1] });
  const why = answered(["item-0", "2"], ["item-1", "0"]);
  expect(openItems(branching, declineOpen(branching, why)).map(({ key }) => key)).toEqual(["why"]);
});

test("an answer that is no number takes back can't say, and the other way round", () => {
  const one: AnswerRules = { ratings: 0, asked: [rule({ key: "start" })] };
  const step = (before: ReturnType<typeof noAnswers>, field: string, value: string) =>
    mergeAnswers(before, [[field, value]], one).answers;
  const declined = step(noAnswers(0), "answer-start:none", "yes");
  expect(declined.others).toEqual({ "start:none": "yes" });
  expect(saysSomething(declined)).toBe(false);
  expect(dealtWith(one, declined)).toEqual({ done: 1, total: 1 });
  const given = step(declined, "answer-start", "2026-03-01");
  expect(given.others).toEqual({ start: "2026-03-01" });
  expect(step(given, "answer-start:none", "yes").others).toEqual({ "start:none": "yes" });
  expect(step(given, "answer-start", "").others).toEqual({});
});
