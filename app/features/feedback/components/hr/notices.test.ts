import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import { cyclePath, namespaceOf, refusals, said, wordsIn } from "./notices.ts";

test("a word about what was done survives the way through an address", () => {
  const path = cyclePath("c1", { said: "launched" });
  expect(path).toBe("/cycles/c1?said=launched");
  expect(wordsIn(new URL(path, "http://x.test").searchParams)).toEqual({
    said: "launched",
    refused: null,
    held: 0,
  });
  const reminded = cyclePath("c1", { said: "reminded", held: 3 });
  expect(wordsIn(new URL(reminded, "http://x.test").searchParams)).toMatchObject({ held: 3 });
  expect(cyclePath("c1")).toBe("/cycles/c1");
});

test("words we don't have are not repeated from an address", () => {
  const parameters = new URLSearchParams({ said: "<b>", refused: "toString", held: "-1" });
  expect(wordsIn(parameters)).toEqual({ said: null, refused: null, held: 0 });
});

test("every word has its text", () => {
  const has = (key: string, ns: string) => texts.exists(key, { ns });
  for (const word of said)
    expect([word, has(`said.${word}`, namespaceOf(word))]).toEqual([word, true]);
  for (const word of refusals)
    expect([word, has(`refused.${word}`, namespaceOf(word))]).toEqual([word, true]);
});
