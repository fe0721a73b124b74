import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answer, MODES, newest, type Version, whatWaits } from "./information.ts";

const version = (number: number, more: Partial<Version> = {}): Version => ({
  ...{ number, mode: "shown", again: false },
  ...more,
});
const waits = (versions: Version[], answers: Answer[]) =>
  whatWaits(versions, answers)?.number ?? null;
const seen = { number: 1, agreed: false };
const agreed = { number: 1, agreed: true };

test("nothing waits before the first version, and the first waits for everybody", () => {
  expect(waits([], [])).toBe(null);
  expect(waits([version(1)], [])).toBe(1);
  expect(waits([version(1)], [seen])).toBe(null);
});

test("a later version waits for those who know an earlier one only if it is to be shown again", () => {
  expect(waits([version(1), version(2)], [seen])).toBe(null);
  expect(waits([version(1), version(2, { again: true })], [seen])).toBe(2);
  // Whoever was away while it was shown again gets the newest, whatever that says of itself.
  expect(waits([version(1), version(2, { again: true }), version(3)], [seen])).toBe(3);
});

test("what has to be agreed to waits for whoever was only shown something, and not for whoever agreed", () => {
  const now = version(2, { mode: "agreed" });
  expect(waits([version(1), now], [seen])).toBe(2);
  expect(waits([version(1, { mode: "agreed" }), now], [agreed])).toBe(null);
  expect(waits([version(1, { mode: "agreed" }), version(2)], [agreed])).toBe(null);
});

test("whoever agreed to the newest is let on, and whoever answered nothing never is", () => {
  const versions = fc
    .array(fc.record({ mode: fc.constantFrom(...MODES), again: fc.boolean() }), { minLength: 1 })
    .map((all) => all.map((each, at) => ({ ...each, number: at + 1 })));
  fc.assert(
    fc.property(versions, (all) => {
      const holds = newest(all);
      expect(whatWaits(all, [])).toBe(holds);
      expect(whatWaits(all, [{ number: holds?.number ?? 0, agreed: true }])).toBe(null);
    }),
  );
});
