import fc from "fast-check";
import { expect, test } from "vitest";
import { standardPolicy } from "../policy.ts";
import { type Comment, decideComments } from "./decide-comments.ts";

const by = (relationship: string, ...texts: string[]): Comment[] =>
  texts.map((text) => ({ relationship, question: "keep", text }));

const groups = (comments: Comment[], seed = "s") =>
  decideComments(comments, standardPolicy, seed).questions[0]?.groups.map((g) => [
    g.id,
    g.texts.length,
  ]);

test("a relationship stands alone when it has enough and leaves nobody or enough in the pool", () => {
  expect(groups([...by("peer", "a", "b", "c"), ...by("report", "d", "e", "f")])).toEqual([
    ["peer", 3],
    ["report", 3],
  ]);
  expect(groups([...by("peer", "a", "b", "c"), ...by("report", "d", "e")])).toEqual([["pool", 5]]);
  expect(
    groups([
      ...by("peer", "a", "b", "c", "d"),
      ...by("report", "e", "f", "g"),
      ...by("other", "h"),
    ]),
  ).toEqual([
    ["peer", 4],
    ["pool", 4],
  ]);
});

test("too few commenters show nothing and say why; nobody at all looks the same", () => {
  const few = decideComments(by("peer", "a", "b"), standardPolicy, "s");
  expect(few.questions[0]).toEqual({
    question: "keep",
    groups: [],
    anonymous: { shown: false, reason: "hidden-few-commenters" },
  });
  expect(decideComments(by("peer", " ", ""), standardPolicy, "s")).toEqual(few);
});

test("writers who don't count stand among others and make no list long enough", () => {
  const apart = (relationship: string, ...texts: string[]) =>
    by(relationship, ...texts).map((comment) => ({ ...comment, counts: false }));
  expect(groups([...by("peer", "a"), ...apart("peer", "b", "c")])).toEqual([]);
  expect(groups([...by("peer", "a", "b", "c"), ...apart("peer", "d")])).toEqual([["peer", 4]]);
  expect(groups([...by("peer", "a", "b", "c"), ...apart("outside", "d", "e", "f")])).toEqual([
    ["pool", 6],
  ]);
});

test("self and manager stand by name and do not help others to the minimum", () => {
  const decided = decideComments(
    [...by("self", "me"), ...by("manager", "boss"), ...by("peer", "a", "b")],
    standardPolicy,
    "s",
  );
  expect(decided.questions[0]?.groups.map((g) => g.id)).toEqual(["self", "manager"]);
  expect(decided.questions[0]?.anonymous.shown).toBe(false);
});

test("exact duplicates are folded after counting the people behind them", () => {
  expect(groups(by("peer", "Same.", "Same. ", "Same."))).toEqual([["peer", 1]]);
});

test("the same texts come out in the same order whoever wrote first, and in another by another seed", () => {
  const texts = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
  const shown = (list: string[], seed: string) =>
    decideComments(by("peer", ...list), standardPolicy, seed).questions[0]?.groups[0]?.texts;
  expect(shown(texts.toReversed(), "s")).toEqual(shown(texts, "s"));
  expect(shown(texts, "t")).not.toEqual(shown(texts, "s"));
});

test("no thread: the same eight raters come in different orders under different questions", () => {
  const raters = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const comments = ["keep", "more"].flatMap((question) =>
    raters.map((text) => ({ relationship: "peer", question, text })),
  );
  const [keep, more] = decideComments(comments, standardPolicy, "s").questions;
  expect(keep?.groups[0]?.texts).not.toEqual(more?.groups[0]?.texts);
});

test("always: every group of anonymous texts has at least the minimum of people who count behind it", () => {
  const comment = fc.record({
    relationship: fc.constantFrom("self", "peer", "report", "other"),
    question: fc.constantFrom("keep", "more"),
    text: fc.constantFrom("", "a", "b", "c", "d", "e", "f"),
    counts: fc.option(fc.constant(false), { nil: true, freq: 3 }),
  });
  fc.assert(
    fc.property(fc.array(comment, { maxLength: 14 }), (comments) => {
      for (const { question, groups: shown } of decideComments(comments, standardPolicy, "s")
        .questions) {
        const people = (test: (relationship: string) => boolean) =>
          comments.filter(
            (c) => c.question === question && c.text !== "" && c.counts && test(c.relationship),
          ).length;
        const alone = shown.filter((g) => g.id !== "pool" && !g.identified).map((g) => g.id);
        for (const id of alone) expect(people((r) => r === id)).toBeGreaterThanOrEqual(3);
        if (shown.some((g) => g.id === "pool")) {
          expect(people((r) => r !== "self" && !alone.includes(r))).toBeGreaterThanOrEqual(3);
        }
      }
    }),
  );
});

test("runs of spaces and of line breaks become one; where a line begins is kept, and texts alike but for that count once", () => {
  const same = [
    "  First  thing.\r\n\r\n\r\n \tSecond\u00a0 thing.\n",
    "First thing.\nSecond thing.",
  ];
  const decided = decideComments(by("manager", ...same), standardPolicy, "s");
  expect(decided.questions[0]?.groups.map((group) => group.texts)).toEqual([
    ["First thing.\nSecond thing."],
  ]);
});
