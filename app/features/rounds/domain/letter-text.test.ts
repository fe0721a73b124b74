import { expect, test } from "vitest";
import { languageFor, unknownPlaceholders } from "./letter-text.ts";

test("tells which placeholders mean nothing in this letter, once each", () => {
  expect(unknownPlaceholders("invitation", "{{name}} {{Name}} {{boss}} {{ boss }}")).toEqual([
    "Name",
    "boss",
  ]);
  expect(unknownPlaceholders("reminder", "{{ closes }} {{cycle}}")).toEqual([]);
  expect(unknownPlaceholders("closing", "{{closes}} {{name}}")).toEqual(["closes"]);
});

test("however it is filled up, a letter as long as may be is read in no time", () => {
  for (const piece of ["{{ ", "{{", "}} ", "{{name}} ", "{{\t\n", "\n \n", "\n\t", "\r", " "]) {
    const body = piece.repeat(4_000 / piece.length);
    const began = performance.now();
    unknownPlaceholders("invitation", `{{${body}`);
    // It was more than a minute for blanks after two braces.
    expect(performance.now() - began, JSON.stringify(piece)).toBeLessThan(500);
  }
});

test.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["PT-BR", "pt-BR"],
  ["pt", "pt-BR"],
  ["fr", "en"],
  ["", "en"],
  [null, "en"],
])("someone who reads %s gets %s", (wanted, given) => {
  expect(languageFor(wanted, ["en", "de", "pt-BR"], "en")).toBe(given);
});
