import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import { counted, cyclePath, refusals, said, wordsIn } from "./notices.ts";

test("a word about what was done survives the way through an address", () => {
  const path = cyclePath("c1", { said: "launched" });
  expect(path).toBe("/cycles/c1?said=launched");
  expect(wordsIn(new URL(path, "http://x.test").searchParams)).toEqual({
    said: "launched",
    refused: null,
    counts: {},
  });
  const counts = { told: 12, held: 3, left: 0 };
  const reminded = cyclePath("c1", { said: "reminded", counts });
  const { counts: read } = wordsIn(new URL(reminded, "http://x.test").searchParams);
  expect(read).toEqual({ told: 12, held: 3 });
  expect(cyclePath("c1")).toBe("/cycles/c1");
});

test("words we don't have are not repeated from an address", () => {
  const parameters = new URLSearchParams({
    said: "<b>",
    refused: "toString",
    held: "-1",
    told: "2.5",
  });
  expect(wordsIn(parameters)).toEqual({ said: null, refused: null, counts: {} });
});

test("every word has its text", () => {
  const has = (key: string) => texts.exists(key, { ns: "cycle-notices" });
  for (const word of said) expect([word, has(`said.${word}`)]).toEqual([word, true]);
  for (const word of counted) expect([word, has(`counts.${word}_one`)]).toEqual([word, true]);
  for (const word of refusals) expect([word, has(`refused.${word}`)]).toEqual([word, true]);
});
