import { expect, test } from "vitest";
import { minutesToWait, type TryLimit, type TryLimitName, tryLimits } from "./try-limits.ts";

/** Wrong tries of someone who never pauses, in the first so many hours. */
function guesses(limit: TryLimit, hours: number): number {
  let made = 0;
  for (let span = 0; span < hours; span += limit.hours) {
    made += limit.tries - 1;
    for (let minute = 0, waited = 0; minute < limit.hours * 60; waited += 1) {
      made += 1;
      minute += minutesToWait(limit, waited);
    }
  }
  return made;
}

test.each<[TryLimitName, number, number]>([
  ["accountFromClient", 24, 108],
  ["device", 24, 108],
  ["link", 24, 108],
  ["account", 24, 218],
  ["client", 1, 106],
  ["client", 24, 24 * 106],
  ["setUpCodeFromClient", 1, 16],
])("%s gives a tireless guesser in %i hours %i tries", (name, hours, tries) => {
  expect(guesses(tryLimits[name], hours)).toBe(tries);
});

test("one place alone cannot use up an account's tries of a day", () => {
  expect(guesses(tryLimits.accountFromClient, 24)).toBeLessThan(tryLimits.account.tries);
});

test("a hundred years of guessing find the set-up code with a chance below one in ten thousand", () => {
  const tries = guesses(tryLimits.setUpCode, 24) * 365 * 100;
  expect(tries / 2 ** 48).toBeLessThan(1e-4);
});

test("waits grow and stay below a quarter of an hour", () => {
  const waits = [0, 1, 2, 3, 4, 5, 99].map((before) => minutesToWait(tryLimits.account, before));
  expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15]);
});
