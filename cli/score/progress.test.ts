import { expect, test } from "vitest";
import { fitShare, progressBar } from "./progress.ts";

function drawnOn(isTTY: boolean, step: number): string[] {
  const drawn: string[] = [];
  let clock = 0;
  const bar = progressBar({ isTTY, write: (text) => drawn.push(text) }, () => (clock += step));
  for (const share of [0, 0.5, 0.4]) bar.at("reading", share);
  bar.clear();
  return drawn;
}

test("nothing is drawn into a pipe, nor for work that is over at once", () => {
  expect(drawnOn(false, 1000)).toEqual([]);
  expect(drawnOn(true, 1)).toEqual([]);
});

test("on a terminal the bar never runs backwards and is cleared away", () => {
  const drawn = drawnOn(true, 1000);
  expect(drawn.map((text) => text.split("█").length - 1)).toEqual([0, 15, 15, 0]);
  expect(drawn.at(-1)).toBe("\r\u001b[K");
});

test("a fit is as near as its step is small, on the scale of the steps' shrinking", () => {
  expect(fitShare(2, true)).toBeCloseTo(0, 12);
  expect(fitShare(1e-2, true)).toBeCloseTo(0.5, 12);
  expect(fitShare(1e-9, true)).toBe(1);
});
