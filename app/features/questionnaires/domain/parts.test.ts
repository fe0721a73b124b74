import { expect, test } from "vitest";
import { type AnswerRules, noAnswers } from "./answers.ts";
import { keep } from "./given.ts";
import { minutesLeft, neighbours, nextOpenPart, partStates } from "./parts.ts";

const parts = [
  { key: "goals", title: "Goals", items: ["a", "b"] },
  { key: "vision", title: "Vision", items: ["c"] },
  { key: "comments", title: "In your words", items: [] },
];

const rules: AnswerRules = {
  ratings: 3,
  asked: ["a", "b", "c"].map((key, slot) => ({
    ...{ key, slot, stores: "rating" as const, owed: true, cantSay: true, when: null },
    parts: [""],
    take: () => keep(null),
    conflict: () => null,
    isAnswered: ({ rating }) => rating !== null,
  })),
};

test("goes on at the first part with something left, then to sending", () => {
  const answers = noAnswers(3);
  expect(nextOpenPart(parts, rules, answers)).toBe("goals");
  expect(nextOpenPart(parts, rules, { ...answers, ratings: [1, 0, null] })).toBe("vision");
  expect(nextOpenPart(parts, rules, { ...answers, ratings: [1, 0, null], cantSay: [2] })).toBe(
    "send",
  );
  expect(
    partStates(parts, rules, { ...answers, ratings: [1, null, null] }).map((part) => part.left),
  ).toEqual([1, 1, 0]);
});

test("knows what is before and after a part", () => {
  expect(neighbours(parts, "goals")).toEqual({ before: null, after: "vision" });
  expect(neighbours(parts, "comments")).toEqual({ before: "vision", after: "send" });
  expect(neighbours(parts, "send")).toEqual({ before: "comments", after: null });
  expect(neighbours(parts, "nonsense")).toEqual({ before: null, after: null });
});

test("minutes left shrink with what is open, never to none while something is", () => {
  expect([55, 28, 1, 0].map((open) => minutesLeft(9, 55, open))).toEqual([9, 5, 1, 0]);
  expect(minutesLeft(9, 0, 0)).toBe(0);
});
