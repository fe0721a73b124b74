import { describe, expect, test } from "vitest";
import { someEvidence } from "../testing/evidence.ts";
import { countingEvidence, monthOf } from "./counting-evidence.ts";

const TODAY = "2026-06-01";
const counting = (...all: ReturnType<typeof someEvidence>[]) =>
  countingEvidence(all, TODAY).map(({ id }) => id);

test("months are those of the calendar, on average", () => {
  expect(monthOf("2026-03-02") - monthOf("2025-03-02")).toBeCloseTo(12, 1);
});

describe("what counts", () => {
  test("what two agreed on, in place of what it came from", () => {
    const self = someEvidence({ source: "self", voice: "ana" });
    const manager = someEvidence();
    const agreed = someEvidence({ source: "agreed", replaces: [self.id, manager.id] });
    expect(counting(self, manager, agreed)).toEqual([agreed.id]);
  });

  test("what an agreed level replaced, once that was taken back", () => {
    const manager = someEvidence();
    const agreed = someEvidence({
      source: "agreed",
      replaces: [manager.id],
      withdrawnOn: "2026-05-01",
    });
    expect(counting(manager, agreed)).toEqual([manager.id]);
    expect(countingEvidence([manager, agreed], "2026-04-30")).toEqual([agreed]);
  });

  test("the last word of each voice: a manager who says it twice has said it once", () => {
    const first = someEvidence({ saidOn: "2025-03-02", level: 2 });
    const second = someEvidence({ level: 4 });
    const other = someEvidence({ voice: "another" });
    expect(counting(second, first, other)).toEqual([second.id, other.id]);
  });

  test("of two of one day the one recorded later", () => {
    const first = someEvidence();
    const second = someEvidence();
    expect(counting(second, first)).toEqual([second.id]);
  });

  test("an older word does not come back when the agreed level on it is out of date", () => {
    const self = someEvidence({ source: "self", voice: "ana", saidOn: "2025-03-01" });
    const agreed = someEvidence({ source: "agreed", replaces: [self.id], saidOn: "2025-03-02" });
    const since = someEvidence({ saidOn: "2026-03-02" });
    expect(counting(self, agreed, since)).toEqual([since.id]);
  });

  test("an older word does not come back when the newest was replaced by what two agreed on", () => {
    const before = someEvidence({ source: "self", voice: "ana", saidOn: "2025-03-01" });
    const now = someEvidence({ source: "self", voice: "ana" });
    const agreed = someEvidence({ source: "agreed", replaces: [now.id] });
    expect(counting(before, now, agreed)).toEqual([agreed.id]);
  });

  test("what replaces another is the later of both, in whichever order they were written down in one moment", () => {
    const agreed = someEvidence({ source: "agreed", replaces: ["zzz"] });
    const manager = someEvidence({ id: "zzz" });
    expect(counting(agreed, manager)).toEqual([agreed.id]);
  });

  test("certificates each, until the last of their days has ended", () => {
    const one = someEvidence({ source: "certificate", voice: null, expiresOn: TODAY });
    const other = someEvidence({ source: "certificate", voice: null, expiresOn: "2026-05-31" });
    const third = someEvidence({ source: "test", voice: null });
    expect(counting(one, other, third)).toEqual([one.id, third.id]);
  });

  test("not a certificate that was renewed, though the new one has expired as well", () => {
    const old = someEvidence({ source: "certificate", voice: null, saidOn: "2020-01-01" });
    const renewed = someEvidence({
      ...{ source: "certificate", voice: null, replaces: [old.id], expiresOn: "2026-05-31" },
    });
    expect(counting(old, renewed)).toEqual([]);
  });

  test("of what goes by one name the last, though an older one was written down after it", () => {
    const test = { source: "test", voice: null, name: "chart work" } as const;
    const last = someEvidence({ ...test, saidOn: "2026-03-02" });
    const older = someEvidence({ ...test, saidOn: "2025-03-02" });
    const another = someEvidence({ ...test, name: "knots" });
    expect(counting(last, older, another)).toEqual([last.id, another.id]);
  });

  test("nothing that is said later", () => {
    expect(counting(someEvidence({ saidOn: "2026-06-02" }))).toEqual([]);
  });
});
