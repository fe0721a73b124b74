import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseInstrument } from "./instrument.ts";
import { isSigned, suggestionsOf } from "./suggestions.ts";

const source = parseInstrument(
  JSON.parse(readFileSync("content/instruments/both-hats-360.v1.json", "utf8")),
);
const [first, second] = source.items;
const words = {
  ...{ name: "Suggestions", description: "One each.", title: "Yours", intro: "First say." },
  ...{ signing: "How?", unsigned: "Without", signed: "With", hint: "One thing." },
  other: (behaviour: string) => `${behaviour}: one thing {{name}} could do?`,
  self: (behaviour: string) => `${behaviour}: one thing to do?`,
  whole: (behaviour: string) => `In full: ${behaviour}`,
};
const LONG = `Say ${"what is expected of everyone, ".repeat(5)}twice`.slice(0, 160);

function asked(behaviour?: string) {
  const items = source.items.map((item) =>
    behaviour && item.key === first?.key ? { ...item, self: behaviour } : item,
  );
  const keys = [first?.key ?? "", second?.key ?? ""];
  return suggestionsOf({ ...source, items, translations: {} }, keys, () => words).items;
}

test("the name is asked for before anything is typed, and every suggestion may stay empty", () => {
  const [signing, ...suggestions] = asked();
  expect(signing).toMatchObject({ kind: "choice", required: true, options: [{}, {}] });
  expect(suggestions.map(({ key }) => key)).toEqual([first?.key, second?.key]);
  for (const item of suggestions)
    expect(item).toMatchObject({ kind: "text", required: false, hint: "One thing." });
});

test("of a long behaviour the question holds the beginning, at the end of a word, and all of it stands beside it", () => {
  const [, item] = asked(LONG);
  expect(item?.other.length).toBeLessThanOrEqual(160);
  expect(item?.other).toMatch(
    / (everyone,|expected|is|of|what)…: one thing \{\{name\}\} could do\?$/,
  );
  expect(item).toMatchObject({ hint: `In full: ${LONG}` });
  // Whatever has no spaces is cut where it must be.
  expect(asked("x".repeat(160))[1]?.other.length).toBeLessThanOrEqual(160);
});

test("only who said so is signed", () => {
  for (const ratings of [[], [null], [1], [null, 2], [3]])
    expect(isSigned({ ratings })).toBe(false);
  expect(isSigned({ ratings: [2] })).toBe(true);
});
