import { expect, test } from "vitest";
import { scaleSchema } from "../../item/scale.ts";
import { itemOf, labelling } from "../../testing/kind-testing.tsx";

const expected = itemOf("expected");

test("agreement takes the points of its scale and names others", () => {
  expect(expected.send({ "": "7" }).answers.ratings[1]).toBe(7);
  for (const value of ["0", "8", "", "x"])
    expect(expected.send({ "": value }).problems).toEqual([
      { field: "item-1", code: "not-an-answer", typed: value },
    ]);
});

test("a scale of agreement has 2 to 11 points that count up from 1", () => {
  const scale = (values: readonly number[]) => ({
    kind: "truth",
    stem: { self: "?", other: "?" },
    options: values.map((value) => ({ value, label: `${value}`, short: `${value}` })),
  });
  const upTo = (n: number) => scale(Array.from({ length: n }, (_, index) => index + 1));
  const accepted = [1, 2, 5, 11, 12].filter((n) => scaleSchema.safeParse(upTo(n)).success);
  expect(accepted).toEqual([2, 5, 11]);
  expect(scaleSchema.safeParse(scale([1, 3])).success).toBe(false);
});

test("seven points are seven radios and a way to pass, each with its words", () => {
  expect(labelling(expected.html())).toMatchObject({
    ...{ controls: 8, unlabelled: [], legend: "I know what is expected of me" },
  });
});

test("a summary counts each point; a table has one column", () => {
  const summary = expected.summary({ "": "7" }, { "": "6" }, { "": "6" });
  expect(summary.n).toBe(3);
  expect(summary.tables[0]?.counts.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 2, 1]);
  expect(expected.columns()).toEqual(["expected"]);
  expect(expected.cells({ "": "6" })).toEqual([6]);
});
