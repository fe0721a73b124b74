import fc from "fast-check";
import { expect, test } from "vitest";
import { find, indexOf } from "./find.ts";

const index = indexOf([
  {
    key: "conflict",
    texts: [
      [3, "Two people are in conflict"],
      [2, "row, quarrel"],
    ],
  },
  {
    key: "remote",
    texts: [
      [3, "A team across time zones"],
      [2, "home office, distance"],
    ],
  },
  {
    key: "ueberlastung",
    texts: [
      [3, "Überlastung im Team"],
      [2, "müde, erschöpft, Straße"],
    ],
  },
  {
    key: "termin",
    texts: [
      [3, "Ein Termin ist geplatzt"],
      [2, "Verspätung, Frist"],
    ],
  },
]);

test.each([
  ["a whole word", "quarrel", "conflict"],
  ["a sentence with marks around it", "“Why is there always a conflict?”", "conflict"],
  ["the beginning of a word", "distan", "remote"],
  ["an ending that is another", "conflicts", "conflict"],
  ["a letter too few", "conflct", "conflict"],
  ["two letters that changed places", "quarrle", "conflict"],
  ["umlauts as they are", "Überlastung", "ueberlastung"],
  ["umlauts as two letters", "Ueberlastung und muede", "ueberlastung"],
  ["umlauts without their dots", "erschopft", "ueberlastung"],
  ["ß as it is often typed", "Strasse", "ueberlastung"],
  ["a part of a German compound", "Abgabetermin", "termin"],
])("%s finds it", (_, typed, key) => {
  expect(find(index, typed)[0]).toBe(key);
});

test.each([
  ["nothing", ""],
  ["signs alone", "?!… “”"],
  ["words that any sentence has", "What should I do with my team?"],
  ["words of nothing here", "xylophone"],
])("%s finds nothing", (_, typed) => {
  expect(find(index, typed)).toEqual([]);
});

test("a rare word says more than a common one", () => {
  const many = indexOf(
    ["one", "two", "three", "four"].map((key) => ({
      key,
      texts: [[2, `work ${key}fold`]] as const,
    })),
  );
  expect(find(many, "work threefold")[0]).toBe("three");
});

test("whatever is typed is answered, with things that are there, none twice", () => {
  const keys = new Set(index.map(({ key }) => key));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (typed) => {
      const found = find(index, typed);
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((key) => keys.has(key))).toBe(true);
    }),
  );
});
