import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

test("what people type stays to the letter", () => {
  const typed = "Zoë\tÅse\r\n山田 👩🏽‍🏭 مرحبا  – “quoted”";
  expect(cleanText(typed)).toBe(typed);
});

test.each([
  ["NUL", "a\u0000b", "ab"],
  ["escape", "\u001b[31mred", "[31mred"],
  ["delete", "a\u007fb", "ab"],
  ["half a pair", "a\ud800b", "a\ufffdb"],
  ["no character", "a\uffffb", "ab"],
])("%s never gets in", (_, given, kept) => {
  expect(cleanText(given)).toBe(kept);
});

test("cleaning is done once: a clean text is left alone, whatever it was made of", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = cleanText(text);
      expect(once.isWellFormed()).toBe(true);
      expect(cleanText(once)).toBe(once);
    }),
  );
});
