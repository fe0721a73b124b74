import { expect, test } from "vitest";
import { isForgotten, isReady, type Wish, wishDue } from "./wish.ts";

const wish: Wish = {
  ...{ id: "w", accountId: "a", oldAddress: "old@x.test", newAddress: "new@x.test" },
  ...{ askedOn: "2026-03-02", waitDays: 7, state: "waiting", reached: false },
};
const at = (day: string) => new Date(`${day}T00:00:00Z`);

test.each<[string, Partial<Wish>, string, boolean]>([
  ["nobody reads it, though the wait is over", {}, "2026-03-30", false],
  ["nobody reads it, though the old one agrees", { state: "confirmed" }, "2026-03-03", false],
  ["somebody reads it, and the wait is not over", { reached: true }, "2026-03-09", false],
  ["somebody reads it, and the wait is over", { reached: true }, "2026-03-10", true],
  [
    "somebody reads it, and the old one agrees",
    { reached: true, state: "confirmed" },
    "2026-03-02",
    true,
  ],
  ["it is done", { reached: true, state: "done" }, "2026-03-30", false],
])("%s", (_, change, day, ready) => {
  expect(isReady({ ...wish, ...change }, at(day))).toBe(ready);
});

test("the wait is of whole days, from the end of the day on which it was asked", () => {
  expect(wishDue(wish)).toEqual(at("2026-03-10"));
});

test("what nobody confirmed is forgotten thirty days after the wait", () => {
  expect(isForgotten(wish, at("2026-04-07"))).toBe(false);
  expect(isForgotten(wish, at("2026-04-08"))).toBe(true);
});
