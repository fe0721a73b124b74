import { standardPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import { pulsePolicy } from "./pulse-policy.ts";
import { type Suggested, tellSuggestions, unsignedTo } from "./suggestions.ts";

const policy = pulsePolicy(standardPolicy);
const by = (signer: string | null, word: string, counts = true): Suggested => ({
  ...{ signer, counts },
  comments: { goals: word },
});
const unsigned = (count: number) =>
  Array.from({ length: count }, (_, at) => by(null, `Word ${at}`));
const told = (...suggested: Suggested[]) => {
  const both = tellSuggestions(["goals"], suggested, policy, "seed");
  return { signed: both.signed, unsigned: unsignedTo(both.unsigned, "goals") };
};

test("with four who signed the fifth can't be told from who is left", () => {
  const signed = ["a", "b", "c", "d"].map((who) => by(who, `Of ${who}`));
  expect(told(...signed, by(null, "Mine"))).toEqual({
    signed: signed.map(({ signer, comments }) => ({
      ...{ item: "goals", signedBy: signer, word: comments.goals },
    })),
    unsigned: null,
  });
});

test("who signed makes nobody's word one of enough; one unsigned more does", () => {
  expect(told(...unsigned(4), by("a", "Of a"), by("b", "Of b")).unsigned).toBeNull();
  expect(told(...unsigned(5), by("a", "Of a")).unsigned).toHaveLength(5);
});

test("nobody and too few without a name look the same", () => {
  const { unsigned: nobody } = told(by("a", "Of a"));
  expect([nobody, told(by("a", "Of a"), ...unsigned(4)).unsigned]).toEqual([null, null]);
});

test("whoever does not count makes no pool, and an empty word is nobody's", () => {
  expect(told(...unsigned(4), by(null, "Else", false)).unsigned).toBeNull();
  expect(told(...unsigned(4), by(null, " "), by("a", " "))).toEqual({ signed: [], unsigned: null });
});

test("the order says nothing of who came first", () => {
  const one = told(...unsigned(7)).unsigned;
  expect(told(...unsigned(7).toReversed()).unsigned).toEqual(one);
});
