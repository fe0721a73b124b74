import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText, looksLikeEmail, nameKey } from "./clean-text.ts";

test("keeps emoji, right-to-left names and joined characters", () => {
  expect(cleanText("  Zoë 👩🏽‍🚀 ")).toBe("Zoë 👩🏽‍🚀");
  expect(cleanText("محمد بن سلمان")).toBe("محمد بن سلمان");
  expect(cleanText("נועה\u200F כהן")).toBe("נועה\u200F כהן");
});

test("makes one line of text that is safe to store and to show", () => {
  expect(cleanText("Ana\r\n  Lima\u00A0Souza\t")).toBe("Ana Lima Souza");
  expect(cleanText("A\u0000na\u0007")).toBe("A na");
  expect(cleanText("\u202Egro.x@a\u202C")).toBe("gro.x@a");
  expect(cleanText("\uD800Ana")).toBe("\uFFFDAna");
  expect(cleanText(" \u00A0 ")).toBeNull();
});

test("composes letters, so that one name is one text", () => {
  expect(cleanText("Zoe\u0308")).toBe("Zoë");
  expect(nameKey("ZOE\u0308  Lima")).toBe(nameKey("zoë lima"));
});

test("keeps formulas as text and takes off the apostrophe of our own exports", () => {
  expect(cleanText("=cmd|' /C calc'!A0")).toBe("=cmd|' /C calc'!A0");
  expect(cleanText("'=cmd")).toBe("=cmd");
  expect(cleanText("'t Hooft")).toBe("'t Hooft");
});

test("never leaves control characters or unpaired surrogates, whatever it is given", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const clean = cleanText(text);
      if (clean === null) return;
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).not.toMatch(/\p{Cc}/u);
      expect(clean).toBe(clean.trim());
    }),
  );
}, 30_000);

test("tells e-mail addresses from other text", () => {
  for (const good of ["a@x.org", "o'neil+tag@mail.example.co", "ß@müller.de"]) {
    expect(looksLikeEmail(good)).toBe(true);
  }
  for (const bad of ["a", "a@x", "a b@x.org", "a@@x.org", "Ana <a@x.org>", "a@x.org, b@x.org"]) {
    expect(looksLikeEmail(bad)).toBe(false);
  }
});
