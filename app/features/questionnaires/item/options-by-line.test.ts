import { expect, test } from "vitest";
import { linesOf, optionsOf } from "./options-by-line.ts";

const before = [
  { value: 1, label: "On site" },
  { value: 2, label: "At home" },
  { value: 3, label: "Elsewhere" },
];

test("what is worded as before keeps its value in any order, so that answers and conditions mean the same", () => {
  expect(optionsOf("Elsewhere\nOn site\nAt home", before)).toEqual([
    { value: 3, label: "Elsewhere" },
    { value: 1, label: "On site" },
    { value: 2, label: "At home" },
  ]);
  expect(optionsOf(linesOf(before), before)).toEqual(before);
});

test("a line put better is the option that stood there; one that is added never gets a value that was used", () => {
  expect(optionsOf("On site\nAt one's own home\nElsewhere\nAbroad", before)).toEqual([
    { value: 1, label: "On site" },
    { value: 2, label: "At one's own home" },
    { value: 3, label: "Elsewhere" },
    { value: 4, label: "Abroad" },
  ]);
  expect(optionsOf("On site\nAt home\n\n  Abroad  ", before)).toEqual([
    { value: 1, label: "On site" },
    { value: 2, label: "At home" },
    { value: 3, label: "Abroad" },
  ]);
  expect(optionsOf("Abroad\nOn site\nAt home\nElsewhere", before)[0]).toEqual({
    value: 4,
    label: "Abroad",
  });
});

test("the same line twice is two options, for the check to name", () => {
  expect(optionsOf("On site\nOn site", before).map(({ value }) => value)).toEqual([1, 4]);
});
