import { describe, expect, test } from "vitest";
import {
  type AddressChange,
  type Before,
  decideChange,
  holdOf,
  sameAddress,
  stateAt,
  veiled,
} from "./address-change.ts";

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 12));
const change = (over: Partial<AddressChange> = {}): AddressChange => ({
  oldAddress: "ana@a.test",
  newAddress: "ana@b.test",
  changedAt: at(2),
  waitDays: 7,
  state: "waiting",
  ...over,
});

describe("a changed address keeps the ways in shut", () => {
  test("from the moment of the change until its wait is over, to the second", () => {
    const until = at(9);
    expect(holdOf(change(), at(2))).toEqual({ since: at(2), until });
    expect(holdOf(change(), new Date(until.getTime() - 1))).toEqual({ since: at(2), until });
    expect(holdOf(change(), until)).toBeNull();
    expect(stateAt(change(), until)).toBe("passed");
  });

  test("without end once its owner said that it was not them", () => {
    expect(holdOf(change({ state: "refused" }), at(400))).toEqual({ since: at(2), until: null });
  });

  test.each(["confirmed", "passed", "returned", "replaced"] as const)("not when %s", (state) => {
    expect(holdOf(change({ state }), at(3))).toBeNull();
  });
});

const never: Before = { address: null, last: null, accountAddress: null };
const held = (oldAddress: string | null, state: "waiting" | "refused" = "waiting") => ({
  kind: "held",
  oldAddress,
  state,
});

describe("what another address means", () => {
  test.each([
    ["ana@a.test", "ANA@A.test"],
    ["ana@a.test", " ana@a.test "],
    [null, null],
  ])("%s and %s are the same: nothing changes", (address, to) => {
    expect(decideChange({ ...never, address }, to, at(3))).toEqual({ kind: "none" });
  });

  test.each([
    ["another address", "ana@b.test"],
    ["a plus in it", "ana+hr@a.test"],
    ["another domain", "ana@a.example"],
    ["a letter that only looks the same", "\u212Ana@a.test"],
    ["none", null],
  ])("%s is a change, and its owner is who had it before", (_, to) => {
    const before = { ...never, address: "ana@a.test" };
    expect(decideChange(before, to, at(3))).toEqual(held("ana@a.test"));
  });

  test("the first address there ever was takes nothing over; of someone with an account it might", () => {
    expect(decideChange(never, "ana@b.test", at(3))).toEqual({ kind: "none" });
    const withAccount = { ...never, accountAddress: "ana@a.test" };
    expect(decideChange(withAccount, "ana@b.test", at(3))).toEqual(held("ana@a.test"));
    expect(decideChange(withAccount, "Ana@a.test", at(3))).toEqual({ kind: "returned" });
  });

  test("a second change while the first waits: the address before both is the one that counts", () => {
    const before = { ...never, address: "ana@b.test", last: change() };
    expect(decideChange(before, "ana@c.test", at(5))).toEqual(held("ana@a.test"));
    expect(decideChange(before, "ana@a.test", at(5))).toEqual({ kind: "returned" });
  });

  test("once the wait is over, the new address is the one that counts, and the old one a change", () => {
    const before = { ...never, address: "ana@b.test", last: change() };
    expect(decideChange(before, "ana@c.test", at(9))).toEqual(held("ana@b.test"));
    expect(decideChange(before, "ana@a.test", at(9))).toEqual(held("ana@b.test"));
  });

  test("taken out and given later, it is a change from the last one, however long ago that was", () => {
    const last = change({ newAddress: null });
    for (const day of [4, 300]) {
      expect(decideChange({ ...never, last }, "ana@b.test", at(day))).toEqual(held("ana@a.test"));
      expect(decideChange({ ...never, last }, "ana@a.test", at(day))).toEqual({ kind: "returned" });
    }
  });

  test("what its owner refused stays refused under a further address, until it is theirs again", () => {
    const before = { ...never, address: "ana@b.test", last: change({ state: "refused" }) };
    expect(decideChange(before, "ana@c.test", at(300))).toEqual(held("ana@a.test", "refused"));
    expect(decideChange(before, "ana@a.test", at(300))).toEqual({ kind: "returned" });
  });
});

test("only letters of ASCII have a case", () => {
  expect(sameAddress("MARK@x.test", "mark@x.test")).toBe(true);
  expect(sameAddress("mar\u212A@x.test", "mark@x.test")).toBe(false);
});

test("a veiled address tells its owner which it is, and others where it is", () => {
  expect(veiled("ana@a.test")).toBe("a…@a.test");
  expect(veiled("😀x@a.test")).toBe("😀…@a.test");
  expect(veiled("@a.test")).toBe("…");
});
