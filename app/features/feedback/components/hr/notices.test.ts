import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import { cyclePath, namespaceOf, refusals, said, wordsIn } from "./notices.ts";

test("a word about what was done survives the way through an address", () => {
  const path = cyclePath("c1", { said: "launched" });
  expect(path).toBe("/cycles/c1?said=launched");
  expect(wordsIn(new URL(path, "http://x.test").searchParams)).toEqual({
    said: "launched",
    refused: null,
  });
  expect(cyclePath("c1")).toBe("/cycles/c1");
});

test("words we don't have are not repeated from an address", () => {
  const parameters = new URLSearchParams({ said: "<b>", refused: "toString" });
  expect(wordsIn(parameters)).toEqual({ said: null, refused: null });
});

test("every word has its text", () => {
  const has = (key: string, ns: string) => texts.exists(key, { ns });
  for (const word of said)
    expect([word, has(`said.${word}`, namespaceOf(word))]).toEqual([word, true]);
  for (const word of refusals)
    expect([word, has(`refused.${word}`, namespaceOf(word))]).toEqual([word, true]);
});
