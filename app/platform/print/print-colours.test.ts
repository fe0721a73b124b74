import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printedPicture } from "./drawing.ts";
import { PRINT_COLOURS } from "./print-colours.ts";

test("print uses the colours of light mode", () => {
  const tokens = readFileSync("app/styles/tokens.css", "utf8");
  for (const [name, colour] of Object.entries(PRINT_COLOURS))
    expect([name, tokens.match(new RegExp(`${name}: light-dark\\(([^,]+),`))?.[1]]).toEqual([
      name,
      colour,
    ]);
});

test("a drawing becomes a picture of its own, and one with an unknown colour is refused", () => {
  expect(printedPicture('<svg role="img" width="1"><path fill="var(--ink)"/></svg>')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" font-family="Inter" role="img" width="1"><path fill="#24211d"/></svg>',
  );
  expect(() => printedPicture('<svg fill="var(--mauve)"></svg>')).toThrow("--mauve");
});
