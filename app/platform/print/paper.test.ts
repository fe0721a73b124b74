import { expect, test } from "vitest";
import { chosenPaper, paperOf } from "./paper.ts";

test("paper is A4 unless the country is known to print on Letter, by code or name", () => {
  expect([null, "", "Norway", "GB", "us", " Canada ", "Mexico"].map(paperOf)).toEqual([
    ...Array.from({ length: 4 }, () => "a4"),
    ...Array.from({ length: 3 }, () => "letter"),
  ]);
});

test("what is asked for goes before the country; nonsense is not asked for", () => {
  expect(chosenPaper("letter", "Norway")).toBe("letter");
  expect(chosenPaper("a4", "US")).toBe("a4");
  expect(chosenPaper("poster", "US")).toBe("letter");
});
