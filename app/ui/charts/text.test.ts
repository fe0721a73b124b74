import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth, wrapText } from "./text.ts";

test("wrapping drops no letter", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 12 }), fc.integer({ min: 30, max: 400 }), (text, max) => {
      const joined = wrapText(text, max, 13).join("").replaceAll(/[\s-]/g, "");
      expect(joined).toBe(text.replaceAll(/[\s-]/g, ""));
    }),
    { seed: 11 },
  );
});

test("no line is wider than it may be, not even with words longer than a line", () => {
  const lines = wrapText("Arbeitsunfähigkeitsbescheinigung und noch mehr", 90, 13);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(90);
});

test("no text gives no line", () => {
  expect(wrapText("  ", 100, 13)).toEqual([]);
});
