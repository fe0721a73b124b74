import fc from "fast-check";
import { expect, test } from "vitest";
import { type Check, itemOrder, type Ratings, valuesOf } from "./check.ts";
import { changeBetween, findingOf } from "./finding.ts";
import { hasFigures, isAboutEqual, neededOf, score } from "./score.ts";

const part = (key: string, tone: "managing" | "leading" | "neutral", sense = "way") => ({
  ...{ key, tone, items: 4 },
  sense: sense as "way" | "strength" | "sign",
});
const amounts: Check = {
  ...{ key: "amounts", version: 1, minutes: 3, scale: "amount" },
  parts: [part("plans", "managing"), part("words", "leading")],
};
const truths: Check = { ...amounts, key: "truths", scale: "truth" };
const signs: Check = {
  ...{ ...truths, key: "signs" },
  parts: [part("talk", "neutral", "sign"), part("drift", "neutral", "sign")],
};

/** Answers to the parts one after the other, in the order in which they are asked. */
const inOrder = (check: Check, ...byPart: (number | null)[][]): Ratings =>
  itemOrder(check).map(({ part: at, item }) => byPart[at]?.[item] ?? null);

test("items of the parts are asked in turn", () => {
  expect(itemOrder(amounts).map(({ part: at, item }) => `${at}${item}`)).toEqual(
    "00 10 01 11 02 12 03 13".split(" "),
  );
});

test("a figure is the mean of what was answered, with what is too much and too little counted", () => {
  const { parts, hats, open } = score(amounts, inOrder(amounts, [2, 1, -1, 0], [-1, -1, null, -2]));
  expect(parts).toEqual([
    { key: "plans", mean: 0.5, band: "high", answered: 4, of: 4, tooMuch: 2, tooLittle: 1 },
    { key: "words", mean: -4 / 3, band: "low", answered: 3, of: 4, tooMuch: 0, tooLittle: 3 },
  ]);
  expect(hats).toEqual({ managing: 0.5, leading: -4 / 3 });
  expect(open).toBe(1);
});

test("three of four answers make a figure, two do not; of eight six do", () => {
  expect([4, 5, 6, 8].map(neededOf)).toEqual([3, 4, 5, 6]);
  const two = score(truths, inOrder(truths, [5, 5, null, null], [1, 1, 1, null]));
  expect(two.parts.map(({ mean }) => mean)).toEqual([null, 1]);
  expect(two.hats).toBeNull();
  expect(hasFigures(two)).toBe(true);
  const none = score(truths, inOrder(truths, [5, 5], [1, 1]));
  expect(hasFigures(none)).toBe(false);
  expect(findingOf(truths, none)).toEqual({ kind: "nothing" });
});

test("a hat with a part that has no figure has none itself", () => {
  expect(score(amounts, inOrder(amounts, [1, 1], [0, 0, 0, 0])).hats).toBeNull();
});

test("below half a point is about equal; half a point is not, in spite of fractions", () => {
  expect(isAboutEqual(3, 3.49)).toBe(true);
  expect(isAboutEqual(3, 3.5)).toBe(false);
  // 2/3 and 1/6 are half a point apart, and in floating point a little less.
  expect(isAboutEqual(10 / 3, 17 / 6)).toBe(false);
  expect([changeBetween(3, 3.4), changeBetween(3, 3.5), changeBetween(3.5, 3)]).toEqual([
    "equal",
    "higher",
    "lower",
  ]);
});

test("the finding compares the hats where there are hats", () => {
  const finding = (managing: number[], leading: number[]) =>
    findingOf(amounts, score(amounts, inOrder(amounts, managing, leading))).kind;
  expect(finding([1, 1, 1, 1], [0, 0, 0, 0])).toBe("more-managing");
  expect(finding([0, 0, 0, 0], [1, 1, 0, 0])).toBe("more-leading");
  expect(finding([1, 0, 0, 0], [0, 0, 0, 0])).toBe("hats-equal");
});

test("else it names what is highest with what is about equal to that, or the signs that are clear", () => {
  const of = (check: Check, ...answers: number[][]) =>
    findingOf(check, score(check, inOrder(check, ...answers)));
  expect(of(truths, [5, 5, 5, 5], [3, 3, 3, 3])).toEqual({ kind: "highest", parts: ["plans"] });
  expect(of(truths, [5, 5, 5, 5], [5, 5, 5, 4])).toEqual({ kind: "all-equal" });
  expect(of(signs, [4, 4, 3, 3], [3, 3, 3, 3])).toEqual({ kind: "signs", parts: ["talk"] });
  expect(of(signs, [3, 3, 3, 3], [1, 1, 1, 1])).toEqual({ kind: "no-signs" });
});

test("answers that are all alike are said to be; one answer alone is not", () => {
  const alike = (...ratings: (number | null)[]) =>
    score(truths, [...ratings, ...Array(8 - ratings.length).fill(null)]).isAllAlike;
  expect([alike(3, 3, 3), alike(3, 4), alike(3), alike()]).toEqual([true, false, false, false]);
});

test("more or fewer answers than items are no answers to this check", () => {
  expect(() => score(truths, [1, 2, 3])).toThrow(RangeError);
});

test("a mean stays within the scale, whatever is answered, and its band says on which side it lies", () => {
  for (const check of [amounts, truths]) {
    const values = valuesOf(check.scale);
    const rating = fc.option(fc.constantFrom(...values), { freq: 4 });
    fc.assert(
      fc.property(fc.array(rating, { minLength: 8, maxLength: 8 }), (ratings) => {
        for (const { mean, band, answered, of } of score(check, ratings).parts) {
          expect(mean === null).toBe(answered < neededOf(of));
          if (mean === null) continue;
          expect(mean).toBeGreaterThanOrEqual(values[0] ?? Number.NaN);
          expect(mean).toBeLessThanOrEqual(values.at(-1) ?? Number.NaN);
          const centre = check.scale === "amount" ? 0 : 3;
          expect(band).toBe(isAboutEqual(mean, centre) ? "middle" : mean > centre ? "high" : "low");
        }
      }),
    );
  }
});
