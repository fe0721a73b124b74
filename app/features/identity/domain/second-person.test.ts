import { describe, expect, test } from "vitest";
import { type DecidedAlone, isSettled, noSecond, type OfficeHolder } from "./second-person.ts";

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 12));
// Changed by Hera on 20 March, with a wait of seven days.
const change: DecidedAlone = {
  changedAt: at(20),
  waitDays: 7,
  makers: ["hera"],
  makersCount: true,
};
const second = (over: Partial<OfficeHolder> = {}): OfficeHolder => ({
  accountId: "zoe",
  since: at(1),
  givenBy: "hera",
  present: true,
  readdressed: [],
  ...over,
});

describe("who counts as a second person", () => {
  test.each<[string, Partial<OfficeHolder>, ReturnType<typeof noSecond>]>([
    ["somebody long in office", {}, null],
    ["whoever set the organisation up", { givenBy: null }, null],
    ["somebody in office for exactly the wait", { since: at(13) }, null],
    ["whoever made the change", { accountId: "hera" }, "made-it"],
    ["somebody who is out", { present: false }, "out"],
    ["somebody the first appointed within the wait", { since: at(14) }, "appointed-by-first"],
    ["somebody appointed after the change", { since: at(21) }, "appointed-by-first"],
    ["somebody else's recent appointment", { since: at(14), givenBy: "yan" }, "too-new"],
    ["the operator's recent appointment", { since: at(14), givenBy: "operator" }, "too-new"],
    [
      "somebody the first re-addressed within the wait",
      { readdressed: [{ at: at(14), makers: ["hera"] }] },
      "readdressed",
    ],
    [
      "somebody re-addressed by the first's straw man",
      { readdressed: [{ at: at(14), makers: ["straw"] }] },
      "readdressed",
    ],
    [
      "somebody re-addressed after the change",
      { readdressed: [{ at: at(24), makers: ["hera"] }] },
      "readdressed",
    ],
    [
      "somebody who changed their own address",
      { readdressed: [{ at: at(14), makers: ["zoe"] }] },
      null,
    ],
    [
      "somebody whose address was changed by them and the first",
      { readdressed: [{ at: at(14), makers: ["zoe", "hera"] }] },
      "readdressed",
    ],
    [
      "somebody re-addressed before the wait",
      { readdressed: [{ at: at(13), makers: ["hera"] }] },
      null,
    ],
  ])("%s", (_, over, reason) => {
    expect(noSecond(change, second(over))).toBe(reason);
  });

  test("nobody, where whoever made the change was too new: the first may have sent them", () => {
    const sent = { ...change, makers: ["straw"], makersCount: false };
    expect(noSecond(sent, second({ accountId: "hera", givenBy: null }))).toBe("makers-too-new");
  });

  test("none of several who made it, one after the other", () => {
    const both = { ...change, makers: ["hera", "zoe"] };
    expect(noSecond(both, second())).toBe("made-it");
  });
});

test.each<[string, Partial<OfficeHolder>, boolean]>([
  ["long in office", {}, true],
  ["new in office", { since: at(14) }, false],
  ["out", { present: false }, false],
  ["re-addressed lately", { readdressed: [{ at: at(14), makers: ["yan"] }] }, false],
])("whoever changes an address counts as one of two when %s: %s", (_, over, counts) => {
  expect(isSettled(second(over), at(20), 7)).toBe(counts);
});
