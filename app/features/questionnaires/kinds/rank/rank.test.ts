import { expect, test } from "vitest";
import { itemOf, labelling } from "../../testing/kind-testing.tsx";

const first = itemOf("first");
const order = { "1": "2", "2": "1", "3": "3" };

test("an order is a place for each option; half of one is kept, and is no answer yet", () => {
  expect(first.send(order).answers.others).toEqual({
    "first:1": "2",
    "first:2": "1",
    "first:3": "3",
  });
  expect(first.isAnswered(order)).toBe(true);
  expect(first.isAnswered({ "1": "2", "2": "1" })).toBe(false);
});

test("two with one place are named with their field; what was chosen is kept, and is no answer", () => {
  const twice = { ...order, "3": "1" };
  const { answers, problems } = first.send(twice);
  expect(problems).toEqual([{ field: "answer-first:1", code: "place-twice" }]);
  expect(answers.others["first:3"]).toBe("1");
  expect(first.isAnswered(twice)).toBe(false);
});

test.each(["0", "4", "first"])("%j is named as no place, and changes nothing", (value) => {
  const before = first.send(order).answers;
  const { answers, problems } = first.send({ "1": value }, before);
  expect(problems).toEqual([{ field: "answer-first:1", code: "not-an-answer", typed: value }]);
  expect(answers).toEqual(before);
});

test("it is a group of lists with a label each", () => {
  expect(labelling(first.html(order, "Two have the same place"))).toEqual({
    ...{ controls: 4, unlabelled: [], legend: "What should we work on first?" },
    ...{ dangling: [], described: 1 },
  });
});

test("a summary counts, for each option, how often it had each place; half an order does not count", () => {
  const summary = first.summary(order, { "1": "1", "2": "2", "3": "3" }, { "1": "1" });
  expect(summary.n).toBe(2);
  expect(
    summary.tables.map(({ label, counts }) => [label, counts.map(({ count }) => count)]),
  ).toEqual([
    ["Pay", [1, 1, 0]],
    ["Tools", [1, 1, 0]],
    ["Hours", [0, 0, 2]],
  ]);
});

test("it exports a column for each option", () => {
  expect(first.columns()).toEqual(["first:1", "first:2", "first:3"]);
  expect(first.cells(order)).toEqual([2, 1, 3]);
});
