import { expect, test } from "vitest";
import { standardPolicy } from "../policy.ts";
import { discloseLeniency } from "./disclose-leniency.ts";

test("the mean leniency of five raters is shown, to a tenth", () => {
  expect(discloseLeniency([0.31, 0.2, -0.1, 0.4, 0.22], standardPolicy)).toEqual({
    shown: true,
    n: 5,
    mean: 0.2,
  });
});

test("raters who rated nobody else count as average, and not towards the minimum", () => {
  expect(discloseLeniency([0.5, 0.5, 0.5, 0.5, null], standardPolicy)).toMatchObject({
    shown: false,
    reason: "hidden-few-raters",
  });
  expect(discloseLeniency([1, 1, 1, 1, 1, null, null, null, null, null], standardPolicy)).toEqual({
    shown: true,
    n: 5,
    mean: 0.5,
  });
});

test("two participants whose raters differ by one cannot tell that one's leniency within the spread of leniencies", () => {
  const shared = [0.1, -0.2, 0.3, 0];
  const shownWith = (last: number) => discloseLeniency([...shared, last], standardPolicy);
  // Leniencies a quarter of a point apart look the same.
  expect(shownWith(0.05)).toEqual(shownWith(0.29));
});

test("a policy of whole numbers is kept to", () => {
  const whole = { ...standardPolicy, precision: 0 };
  expect(discloseLeniency([0.7, 0.7, 0.7, 0.7, 0.7], whole)).toMatchObject({ mean: 1 });
});
