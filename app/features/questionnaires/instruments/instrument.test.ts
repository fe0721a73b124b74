import { expect, test } from "vitest";
import full from "../../../../content/instruments/both-hats-360.v1.json";
import { isValidRating, itemsOfSection, parseInstrument } from "./instrument.ts";

const instrument = parseInstrument(full);
const amountIndex = instrument.items.findIndex((item) => item.scale === "amount");
const truthIndex = instrument.items.findIndex((item) => item.scale === "truth");

test("the items of a section keep their place in the ratings of a response", () => {
  const items = itemsOfSection(instrument, "planning-and-organising");
  expect(items.map(({ index }) => index)).toEqual([4, 5, 6, 7]);
  for (const { index, item } of items) expect(instrument.items[index]).toBe(item);
  expect(itemsOfSection(instrument, "no-such-section")).toEqual([]);
});

test("the sections together hold every item once, in the order of the items", () => {
  const indexes = instrument.sections.flatMap(({ key }) =>
    itemsOfSection(instrument, key).map(({ index }) => index),
  );
  expect(indexes).toEqual(instrument.items.map((_, index) => index));
});

test.each([-2, -1, 0, 1, 2, null])("an amount may be %s", (value) => {
  expect(isValidRating(instrument, amountIndex, value)).toBe(true);
});

test.each([-3, 3, 0.5, Number.NaN, "0", undefined, true])("an amount may not be %s", (value) => {
  expect(isValidRating(instrument, amountIndex, value)).toBe(false);
});

test("a truth rating runs from 1 to 5, and null says can't say", () => {
  const accepted = [-2, -1, 0, 1, 2, 3, 4, 5, 6, null].filter((value) =>
    isValidRating(instrument, truthIndex, value),
  );
  expect(accepted).toEqual([1, 2, 3, 4, 5, null]);
});

test("there is no rating for an item that does not exist", () => {
  expect(isValidRating(instrument, instrument.items.length, null)).toBe(false);
  expect(isValidRating(instrument, -1, 0)).toBe(false);
  expect(isValidRating(instrument, 0.5, 0)).toBe(false);
});

test("an instrument with another shape is refused, naming the place", () => {
  const read = (change: object) => () => parseInstrument({ ...full, ...change });
  expect(read({ minutes: 0 })).toThrow(/minutes/);
  expect(read({ items: [] })).toThrow(/items/);
  expect(read({ items: [{ ...full.items[0], weight: 2 }] })).toThrow(/weight/);
  expect(read({ scales: { amount: full.scales.amount } })).toThrow(/truth/);
  const reversed = {
    ...full.scales.amount,
    options: [...full.scales.amount.options].reverse(),
  };
  expect(read({ scales: { ...full.scales, amount: reversed } })).toThrow(/options/);
});

test("the $schema of a file is not part of the instrument", () => {
  expect(full).toHaveProperty("$schema");
  expect(instrument).not.toHaveProperty("$schema");
});
