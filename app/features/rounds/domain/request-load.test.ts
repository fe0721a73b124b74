import { expect, test } from "vitest";
import { isAskedOften, mayBeAskedAgain, noLoad, oneMore, requestsAtOnce } from "./request-load.ts";

test("five requests at once are many, wherever they come from", () => {
  expect(isAskedOften({ here: 4, atOnce: 4 })).toBe(false);
  expect(isAskedOften({ here: 1, atOnce: 5 })).toBe(true);
  expect(isAskedOften(noLoad)).toBe(false);
});

test("a cap counts the requests of its own round alone", () => {
  expect(mayBeAskedAgain({ here: 2, atOnce: 9 }, 3)).toBe(true);
  expect(mayBeAskedAgain({ here: 3, atOnce: 3 }, 3)).toBe(false);
  expect(mayBeAskedAgain({ here: 30, atOnce: 30 }, null)).toBe(true);
});

test("one more request of a round counts there and among all at once", () => {
  const loads = new Map([["kim", oneMore({ here: 1, atOnce: 4 })]]);
  expect(loads.get("kim")).toEqual({ here: 2, atOnce: 5 });
  expect(requestsAtOnce(loads)).toEqual(new Map([["kim", 5]]));
});
