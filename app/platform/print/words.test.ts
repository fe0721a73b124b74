import fc from "fast-check";
import { expect, test } from "vitest";
import { isolated, plainWords, printable, runsRightToLeft, wordsOf } from "./words.ts";

test("long words get places to break and lose no letter; other words stay as they are", () => {
  const long = "Wolfeschlegelsteinhausenbergerdorff";
  expect(printable(long)).not.toBe(long);
  expect(printable(`a ${long} b`).replaceAll("\u200b", "")).toBe(`a ${long} b`);
  expect(printable("An ordinary sentence, with a well-known word.")).toBe(
    "An ordinary sentence, with a well-known word.",
  );
});

test("whatever is typed comes out well formed and without signs that cannot be set", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff), { maxLength: 200 }), (codes) => {
      const set = printable(String.fromCharCode(...codes));
      expect(set.isWellFormed()).toBe(true);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone.
      expect(set).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\uffff]|\p{Co}/u);
    }),
  );
  expect(printable("half \ud83d a pair")).toBe("half \ufffd a pair");
});

test("a text runs the way its first letter does", () => {
  expect(runsRightToLeft("123 مرحبا hello")).toBe(true);
  expect(runsRightToLeft("«שלום»")).toBe(true);
  expect(runsRightToLeft("Hello مرحبا")).toBe(false);
  expect(runsRightToLeft("42 👍")).toBe(false);
  expect(runsRightToLeft(`${isolated("مرحبا")} and more`)).toBe(false);
  expect(runsRightToLeft(`${isolated("Ann")} مرحبا`)).toBe(true);
  expect(isolated("a\u2069\u202eb")).toBe("\u2068ab\u2069");
  expect(wordsOf([{ text: "… " }, { text: "سلام", strong: true }]).rightToLeft).toBe(true);
  expect(plainWords("plain")).toEqual({ runs: [{ text: "plain" }], rightToLeft: false });
});
