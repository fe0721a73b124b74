import { expect, test } from "vitest";
import { type FirstFormat, upgradeReport } from "./upgrade-report.ts";

const old: FirstFormat = {
  format: 1,
  groups: [{ id: "peer", relationships: ["peer"], raters: 5, identified: false }],
  hidden: [],
  all: { raters: 5 },
  hats: [
    {
      id: "managing",
      hat: "managing",
      estimates: {
        all: { shown: true, mean: 0.4, n: 5, low: 0, high: 0.8, shares: null },
        peer: { shown: false, reason: "hidden-few-raters" },
      },
      gap: null,
    },
  ],
  competencies: [],
  items: [{ id: "a", competency: null, estimates: {} }],
  balance: { self: null, others: null },
  comments: { questions: [] },
};

test("a report of the first format reads as one of today, without claiming what was never decided", () => {
  const now = upgradeReport(old);
  expect(now).toMatchObject({ format: 2, sinceLastTime: null, all: { raters: 5 } });
  expect(now.hats[0]?.estimates.all).toMatchObject({ mean: 0.4, agreement: null });
  expect(now.hats[0]?.estimates.peer).toEqual({ shown: false, reason: "hidden-few-raters" });
  expect(now.hats[0]?.adjusted).toBeNull();
  expect(now.balance.versatility).toBeNull();
  expect(upgradeReport(now)).toBe(now);
});
