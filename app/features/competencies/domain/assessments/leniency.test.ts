import { expect, test } from "vitest";
import { leniencyOf } from "./leniency.ts";

const given = (assessorId: string, ...means: number[]) =>
  means.map((mean) => ({ assessorId, mean }));

test("an assessor is held beside all others, with how sure that is", () => {
  const [high] = leniencyOf([
    ...given("high", 4, 5, 4.5),
    ...given("other", 2, 3),
    ...given("third", 2.5),
  ]);
  expect(high).toMatchObject({ people: 3, mean: 4.5 });
  // By hand: variances .25 and .25, of three each.
  const error = Math.sqrt(0.25 / 3 + 0.25 / 3);
  expect(high?.above?.difference).toBeCloseTo(2, 12);
  expect(high?.above?.from).toBeCloseTo(2 - 1.959964 * error, 12);
  expect(high?.above?.to).toBeCloseTo(2 + 1.959964 * error, 12);
});

test("of one person, of nobody else, and of what does not differ nothing is said", () => {
  expect(leniencyOf([...given("a", 3), ...given("b", 2, 4)])[0]?.above).toBe(null);
  expect(leniencyOf(given("a", 3, 4))[0]?.above).toBe(null);
  expect(leniencyOf([...given("a", 3, 3), ...given("b", 3, 3)])[0]?.above).toBe(null);
});
