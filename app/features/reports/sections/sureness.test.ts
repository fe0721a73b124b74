import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import { shown } from "../testing/spoken.ts";
import { seenWords } from "./sureness.ts";

const t = texts.getFixedT(null, "report");

test.each([
  [-0.4, -0.6, -0.2, "clear", "Too little"],
  [0.7, 0.2, 1.2, "clear", "Too much"],
  [0.1, -0.2, 0.3, "clear", "About right"],
  // Eighty in a hundred: half of 1.0 is 0.65 then.
  [-0.7, -1.7, 0.3, "likely", "Likely too little"],
  [0.7, -0.3, 1.7, "likely", "Likely too much"],
  [0.1, -0.5, 0.7, "likely", "Likely about right"],
  [-0.6, -1.6, 0.4, "open", "Can’t tell"],
  // A side and about right are both likely: which, nobody can tell.
  [-0.2, -0.5, 0.1, "open", "Can’t tell"],
  // An end that the scale cut off makes nothing surer.
  [-1.5, -2, 0.8, "open", "Can’t tell"],
])("%d within %d to %d is %s: %s", (mean, low, high, step, words) => {
  expect(seenWords(shown(mean, low, high), t)).toEqual({ step, words });
});

test("without an interval nobody can tell, and of what is not shown nothing is said", () => {
  expect(seenWords(shown(-1, null, null), t)?.step).toBe("open");
  expect(seenWords({ shown: false, reason: "hidden-few-raters" }, t)).toBeNull();
  expect(seenWords(undefined, t)).toBeNull();
});
