import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const pairs = new Map<string, { light: string; dark: string }>();
for (const [, name, light, dark] of css.matchAll(
  /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
)) {
  if (name && light && dark) pairs.set(name, { light, dark });
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio as WCAG 2.2 defines it, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const papers = ["canvas", "surface", "sunken"];
const textOn: [text: string, grounds: string[]][] = [
  [
    "ink",
    [...papers, "managing-soft", "leading-soft", "accent-soft", "danger-soft", "success-soft"],
  ],
  ["ink", ["heat-1", "heat-2", "heat-3", "heat-4", "heat-5"]],
  ["ink-muted", papers],
  ["ink-faint", papers],
  ["managing-text", [...papers, "managing-soft"]],
  ["leading-text", [...papers, "leading-soft"]],
  ["accent", [...papers, "accent-soft"]],
  ["danger-text", [...papers, "danger-soft"]],
  ["success-text", [...papers, "success-soft"]],
  ["on-accent", ["accent-fill", "accent-fill-hover"]],
  ["on-danger", ["danger-fill", "danger-fill-hover"]],
];
const fillOn: [fill: string, grounds: string[]][] = [
  ["managing-fill", [...papers, "managing-soft"]],
  ["leading-fill", [...papers, "leading-soft"]],
  ["accent-fill", papers],
  ["danger-fill", papers],
  ["success-fill", papers],
  ["line-strong", papers],
  ["focus", papers],
];

function measured(list: [string, string[]][], mode: "light" | "dark") {
  return list.flatMap(([front, grounds]) =>
    grounds.map((ground) => {
      const a = pairs.get(front)?.[mode];
      const b = pairs.get(ground)?.[mode];
      if (!a || !b) throw new Error(`token ${front} or ${ground} is missing`);
      return { pair: `${front} on ${ground}`, ratio: contrast(a, b) };
    }),
  );
}

test("the formula agrees with the WCAG examples", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test.each(["light", "dark"] as const)("every text token reaches 4.5:1 in %s mode", (mode) => {
  expect(measured(textOn, mode).filter(({ ratio }) => ratio < 4.5)).toEqual([]);
});

test.each(["light", "dark"] as const)("every fill reaches 3:1 in %s mode", (mode) => {
  expect(measured(fillOn, mode).filter(({ ratio }) => ratio < 3)).toEqual([]);
});

test("every colour of the two hats exists as text, fill and soft", () => {
  for (const hat of ["managing", "leading"]) {
    for (const shade of ["text", "fill", "soft"]) expect(pairs.has(`${hat}-${shade}`)).toBe(true);
  }
});
