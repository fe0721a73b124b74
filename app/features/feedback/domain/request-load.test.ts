import { expect, test } from "vitest";
import { isAskedOften, mayBeAskedAgain, noLoad } from "./request-load.ts";

test("five requests at once are many, wherever they come from", () => {
  expect(isAskedOften({ here: 4, atOnce: 4 })).toBe(false);
  expect(isAskedOften({ here: 1, atOnce: 5 })).toBe(true);
  expect(isAskedOften(noLoad)).toBe(false);
});

test("a cap counts the requests of its own cycle alone", () => {
  expect(mayBeAskedAgain({ here: 2, atOnce: 9 }, 3)).toBe(true);
  expect(mayBeAskedAgain({ here: 3, atOnce: 3 }, 3)).toBe(false);
  expect(mayBeAskedAgain({ here: 30, atOnce: 30 }, null)).toBe(true);
});
