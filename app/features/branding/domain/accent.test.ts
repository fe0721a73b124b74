import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type AccentColours, accentOf, accentStyle, DARK_PAPER, LIGHT_PAPER } from "./accent.ts";
import { contrast, hexOf, shadeOf } from "./colour.ts";

const hex = (...channels: number[]) =>
  `#${channels.map((each) => each.toString(16).padStart(2, "0")).join("")}`;
const STEPS = [0, 51, 102, 153, 204, 255];
const many = STEPS.flatMap((red) =>
  STEPS.flatMap((green) => STEPS.map((blue) => hex(red, green, blue))),
);

const tokens = readFileSync("app/styles/tokens.css", "utf8");
const token = (name: string) =>
  new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens)?.slice(1) ?? [];

function unreadable({ accent, fill, hover, on, soft }: AccentColours, papers: string[]): string[] {
  return [
    ...[...papers, soft].map((ground) => [accent, ground] as const),
    [on, fill] as const,
    [on, hover] as const,
    ...papers.map((ground) => [fill, ground] as const),
  ]
    .filter(([one, other]) => contrast(one, other) < 4.5)
    .map(([one, other]) => `${one} on ${other}`);
}

test("whatever is chosen, text, links and buttons can be read on every paper, in light and dark", () => {
  const names = ["canvas", "surface", "sunken"];
  const [light, dark] = [0, 1].map((mode) => names.map((name) => token(name)[mode] ?? ""));
  const found = many.flatMap((colour) => {
    const accent = accentOf(colour);
    const problems = [
      ...unreadable(accent.light, light ?? []),
      ...unreadable(accent.dark, dark ?? []),
    ];
    return problems.map((problem) => `${colour}: ${problem}`);
  });
  expect(many).toHaveLength(216);
  expect(found).toEqual([]);
});

test("the papers it is measured on are those of the style sheet", () => {
  expect(token("sunken")).toEqual([LIGHT_PAPER, DARK_PAPER]);
});

test("a colour that can be read is kept as it is; one that can't is drawn in another shade, and that is said", () => {
  expect(accentOf("#7a1fa2")).toMatchObject({ adjusted: false, light: { fill: "#7a1fa2" } });
  const yellow = accentOf("#ffe600");
  expect(yellow.adjusted).toBe(true);
  expect(yellow.light.fill).not.toBe("#ffe600");
  expect(Math.abs(shadeOf(yellow.light.fill).hue - shadeOf("#ffe600").hue)).toBeLessThan(0.1);
});

test("shades and colours are the same both ways", () => {
  for (const colour of many) expect(hexOf(shadeOf(colour))).toBe(colour);
});

test("the style sets colours alone, each one of six digits", () => {
  expect(accentStyle(accentOf("#7a1fa2"))).toMatch(
    /^@media not \(forced-colors:active\)\{:root\{(--[\w-]+:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\);?)+\}\}$/,
  );
});
