import { expect, test } from "vitest";
import {
  type FirstFormat,
  knownFormats,
  type SecondFormat,
  type ThirdFormat,
  upgradeReport,
} from "./upgrade-report.ts";

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
  expect(now).toMatchObject({ format: 4, sinceLastTime: null, all: { raters: 5 } });
  expect(now.adjustment).toBe("older-report");
  expect(now.hats[0]?.estimates.all).toMatchObject({ mean: 0.4, agreement: null });
  expect(now.hats[0]?.estimates.peer).toEqual({ shown: false, reason: "hidden-few-raters" });
  expect(now.hats[0]?.adjusted).toBeNull();
  expect(now.balance.versatility).toBeNull();
  expect(upgradeReport(now)).toBe(now);
});

test("a report of the second keeps its adjusted means, said to be of another kind, and the changes it claimed", () => {
  const adjusted = { mean: 0.3, low: 0, high: 0.6, shift: 0.1, raters: 6 };
  const { adjustment: _, ...first } = upgradeReport(old);
  const second: SecondFormat = {
    ...first,
    format: 2,
    hats: first.hats.map((row) => ({ ...row, adjusted })),
    sinceLastTime: {
      cycleName: "Spring",
      closedOn: "2026-03-01",
      others: null,
      asked: { before: 8, again: 4 },
      hats: [
        {
          id: "managing",
          before: { mean: -0.6, n: 8 },
          now: { mean: 0.1, n: 8 },
          low: 0.2,
          high: 1.2,
          verdict: "up",
        },
      ],
      competencies: [],
    },
  };
  const now = upgradeReport(second);
  expect(now.adjustment).toBe("leniency");
  expect(now.hats[0]?.adjusted).toEqual(adjusted);
  expect(now.sinceLastTime?.claims).toBe("each");
  expect(now.sinceLastTime?.hats[0]).toMatchObject({
    verdict: "up",
    low: 0.2,
    noise: { low: -0.5, high: 0.5 },
  });
  const third: ThirdFormat = {
    ...second,
    format: 3,
    adjustment: "prediction",
    sinceLastTime: null,
  };
  expect(upgradeReport(third)).toEqual({ ...third, format: 4 });
  expect(upgradeReport({ ...second, hats: first.hats }).adjustment).toBe("older-report");
});

test("every format up to today's is known, so that a report written today is read tomorrow", () => {
  expect(knownFormats).toEqual([1, 2, 3, upgradeReport(old).format]);
});
