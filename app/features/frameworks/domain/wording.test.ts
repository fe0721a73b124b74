import { expect, test } from "vitest";
import { hasStrayBraces, nameCount, withName, wordingFor } from "./wording.ts";

test("only the relationship self reads the self wording", () => {
  const wording = { self: "What do you do well?", other: "What does {{name}} do well?" };
  expect(wordingFor(wording, "self")).toBe(wording.self);
  expect(wordingFor(wording, "peer")).toBe(wording.other);
  expect(wordingFor(wording, "direct_report")).toBe(wording.other);
});

test("a name goes in as it is written, even when it looks like a pattern or a placeholder", () => {
  expect(withName("What should {{name}} keep?", "Zoë O’Brien")).toBe(
    "What should Zoë O’Brien keep?",
  );
  expect(withName("{{name}} leads", "$& {{name}}")).toBe("$& {{name}} leads");
});

test("names are counted and a misspelt placeholder is noticed", () => {
  expect(nameCount("{{name}} asks {{name}}")).toBe(2);
  expect(nameCount("asks")).toBe(0);
  expect(hasStrayBraces("{{name}} asks")).toBe(false);
  expect(hasStrayBraces("{{ name }} asks")).toBe(true);
  expect(hasStrayBraces("{name} asks")).toBe(true);
});
