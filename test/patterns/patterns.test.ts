import { describe, expect, test } from "vitest";
import { z } from "zod";
import { texts } from "~/platform/i18n/i18n.ts";
import { collectPatterns, type Pattern, patternsMadeBy } from "./collect-patterns.ts";
import { slowText, superLinear } from "./judge-pattern.ts";

/**
 * Patterns that may take the square of a text's length, over texts that are bounded before they meet it. Everything
 * else is linear, or is written anew.
 */
const BOUNDED: { source: string; atMost: number; because: string }[] = [
  {
    source: String.raw`^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]+$`,
    atMost: 254,
    because: "looksLikeEmail measures an address first",
  },
  {
    source: String.raw`^(.+?)\s*[([]([^()[\]]+)[)\]]$`,
    atMost: 254,
    because: "read-cell.ts cuts a longer manager's name",
  },
];

/** The forms of zod that are patterns, as far as we use them. */
const forms = { email: z.email(), uuid: z.uuid(), date: z.iso.date(), datetime: z.iso.datetime() };

// Hundreds of patterns, each over dozens of texts: on a busy machine that takes its time.
const PATIENCE = 180_000;

const { patterns, made } = collectPatterns();
for (const { file } of made) patterns.push(...(await patternsMadeBy(file)));
for (const [form, schema] of Object.entries(forms)) {
  const { pattern } = schema._zod.def;
  if (!pattern) throw new Error(`zod checks ${form} without a pattern`);
  patterns.push({ file: `zod ${form}`, source: pattern.source, flags: pattern.flags });
}
const known = BOUNDED.map(({ source }) => source);
const ours = patterns.filter(({ source }) => !known.includes(source));
const worst = (judge: (pattern: Pattern) => string | null) =>
  ours.flatMap((pattern) => {
    const fault = judge(pattern);
    return fault === null ? [] : [`${pattern.file}: ${pattern.source} is ${fault}`];
  });

test("every pattern in what ships is found", async () => {
  expect(patterns.length).toBeGreaterThan(150);
  expect(patterns.map(({ file }) => file)).toContain("app/features/rounds/domain/letter-text.ts");
  // One that is made later, perhaps from what someone typed, could be any.
  for (const { file, count } of made)
    expect([file, patterns.filter((pattern) => pattern.file === file).length]).toEqual([
      file,
      expect.toSatisfy((found: number) => found >= count),
    ]);
});

test("no pattern's structure lets it take longer than its text is long", () => {
  expect(worst(superLinear)).toEqual([]);
});

test(
  "no pattern takes longer than its text is long over texts made for it",
  () => {
    expect(worst((pattern) => slowText(pattern))).toEqual([]);
  },
  PATIENCE,
);

test.each(BOUNDED)("a pattern that is not linear is quick where $because", ({ source, atMost }) => {
  expect(slowText({ source, flags: "u" }, atMost)).toBeNull();
});

describe("a bad pattern is found out", () => {
  test.each([
    ["letters' placeholders as they once were", String.raw`\{\{\s*([^{}]*?)\s*\}\}`],
    ["an address", String.raw`^[^\s@]+@[^\s@]+\.[^\s@]+$`],
    ["space at the end", String.raw`\s+$`],
    ["one that doubles", "^(a+)+$"],
  ])("by its structure: %s", (_, source) => {
    expect(superLinear({ source, flags: "g" })).not.toBeNull();
  });

  test.each([
    ["letters' placeholders as they once were", String.raw`\{\{\s*([^{}]*?)\s*\}\}`],
    ["what begins often and ends nowhere", "`(.+?)` is unknown"],
    [
      "cells of a workbook as they once were",
      String.raw`<(?:\w+:)?(row|c)\b[^>]*?\sr\s*=\s*["']([A-Za-z]*)(\d+)["']`,
    ],
  ])(
    "by the time it takes: %s",
    (_, source) => {
      expect(slowText({ source, flags: "g" })).toMatch(/ ms for \d+ signs/);
    },
    PATIENCE,
  );
});

test.each(["{{ ", "{{-", "$t(", '$t("', "$t('{", "((("])(
  "what someone typed, such as %s over and over, is filled into our texts as it is and in no time",
  (piece) => {
    const typed = piece.repeat(30_000 / piece.length);
    const fill = texts.getFixedT("en", "account");
    const began = performance.now();
    expect(fill("lead", { name: typed, email: typed })).toBe(`${typed}, signed in with ${typed}`);
    expect(performance.now() - began).toBeLessThan(2_000);
  },
);
