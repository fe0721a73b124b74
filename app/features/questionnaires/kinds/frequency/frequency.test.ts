import { expect, test } from "vitest";
import { itemOf, labelling } from "../../testing/kind-testing.tsx";

const thanks = itemOf("thanks");

test("how often takes the points of its scale and names others", () => {
  expect(thanks.send({ "": "1" }).answers.ratings[2]).toBe(1);
  expect(thanks.send({ "": "6" }).problems).toEqual([
    { field: "item-2", code: "not-an-answer", typed: "6" },
  ]);
});

test("it is a group of radios with the item as its name", () => {
  expect(labelling(thanks.html({}, "Choose one"))).toEqual({
    ...{ controls: 6, unlabelled: [], legend: "Someone thanks me for my work" },
    ...{ dangling: [], described: 1 },
  });
});

test("a summary counts each point, and a table has one column", () => {
  const { n, tables } = thanks.summary({ "": "5" }, { "": "5" }, { "": "none" });
  expect([n, tables[0]?.counts.at(-1)]).toEqual([2, { value: 5, count: 2 }]);
  expect([thanks.columns(), thanks.cells({ "": "5" })]).toEqual([["thanks"], [5]]);
});
