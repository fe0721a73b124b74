import { expect, test } from "vitest";
import { LONGEST_COMMENT } from "../../domain/answers.ts";
import { itemOf, labelling } from "../../testing/kind-testing.tsx";

const word = itemOf("word");
const more = itemOf("else");

test("words are kept where comments are, as they were typed", () => {
  expect(more.send({ "": " a\r\nb " }).answers.comments).toEqual({ else: " a\nb " });
  expect([more.isAnswered({ "": "x" }), more.isAnswered({ "": " \n" })]).toEqual([true, false]);
});

test.each([
  ["word", word, 200],
  ["else", more, LONGEST_COMMENT],
])("%s is named when it is too long, and what was typed is kept", (key, item, longest) => {
  const text = "x".repeat(longest + 1);
  const { answers, problems } = item.send({ "": text });
  expect(problems).toEqual([{ field: `comment-${key}`, code: "too-long" }]);
  expect(answers.comments[key]).toBe(text);
  expect(item.send({ "": text.slice(1) }).problems).toEqual([]);
});

test("one line or several, each with a label, a hint and what is wrong", () => {
  expect(word.html()).toMatch(/<input[^>]*name="comment-word"/);
  const html = more.html({ "": "Calm" }, "Too long");
  expect(html).toMatch(/<textarea[^>]*>\s*Calm<\/textarea>/);
  expect(labelling(html)).toMatchObject({
    controls: 1,
    unlabelled: [],
    dangling: [],
    described: 2,
  });
});

test("a summary says how many wrote, and nothing of what", () => {
  expect(more.summary({ "": "a" }, { "": " " }, {})).toEqual({ n: 1, cantSay: 0, tables: [] });
});

test("it exports a column of words", () => {
  expect([more.columns(), more.cells({ "": "a" }), more.cells({})]).toEqual([
    ["else"],
    ["a"],
    [null],
  ]);
});
