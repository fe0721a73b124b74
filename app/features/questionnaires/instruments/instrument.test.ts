import { expect, test } from "vitest";
import full from "../../../../content/instruments/both-hats-360.v1.json";
import { mergeAnswers, noAnswers } from "../domain/answers.ts";
import { answerRules, askedItems, isMeasured, measuredItems, ratingsOf } from "./asked-items.ts";
import { parseInstrument } from "./instrument.ts";

const instrument = parseInstrument(full);
const rules = answerRules(instrument);
const amountSlot = 0;
const truthSlot = 48;

function taken(slot: number, value: string) {
  const { answers, problems } = mergeAnswers(noAnswers(55), [[`item-${slot}`, value]], rules);
  return problems.length === 0 ? [answers.ratings[slot], answers.cantSay] : "refused";
}

test("ratings stand in the order of the items that have one, and written answers have no place among them", () => {
  const slots = askedItems(instrument).map(({ slot }) => slot);
  expect(slots).toEqual([...Array.from({ length: 55 }, (_, index) => index), null, null, null]);
  expect(ratingsOf(instrument)).toBe(55);
});

test("a round of feedback measures amounts and truths by how far their scales reach", () => {
  const measured = measuredItems(instrument);
  expect(measured.map(({ slot }) => slot)).toEqual(Array.from({ length: 55 }, (_, at) => at));
  expect(measured[amountSlot]?.scale).toEqual({ low: -2, high: 2, centre: 0 });
  expect(measured[truthSlot]?.scale).toEqual({ low: 1, high: 5 });
  expect(isMeasured(instrument)).toBe(true);
});

test.each(["-2", "-1", "0", "1", "2"])("an amount may be %s", (value) => {
  expect(taken(amountSlot, value)).toEqual([Number(value), []]);
});

test("null with a mark says can't say", () => {
  expect(taken(amountSlot, "none")).toEqual([null, [amountSlot]]);
});

test.each(["-3", "3", "0.5", "NaN", "", "true"])("an amount may not be %j", (value) => {
  expect(taken(amountSlot, value)).toBe("refused");
});

test("a truth rating runs from 1 to 5", () => {
  const tried = ["-2", "0", "1", "2", "3", "4", "5", "6"];
  expect(tried.filter((value) => taken(truthSlot, value) !== "refused")).toEqual(tried.slice(2, 7));
});

test("an instrument with another shape is refused, naming the place", () => {
  const read = (change: object) => () => parseInstrument({ ...full, ...change });
  expect(read({ minutes: 0 })).toThrow(/minutes/);
  expect(read({ items: [], openQuestions: [] })).toThrow(/items/);
  expect(read({ items: [{ ...full.items[0], weight: 2 }] })).toThrow(/weight/);
  expect(read({ items: [{ ...full.items[0], scale: "colour" }] })).toThrow(/kind/);
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
