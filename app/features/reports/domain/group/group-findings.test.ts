import { expect, test } from "vitest";
import { groupFindings, reliabilityOfMean } from "./group-findings.ts";
import type { GroupRow } from "./group-report.ts";

const row = (
  id: string,
  mean: number,
  half: number,
  hat: string | null = "managing",
): GroupRow => ({
  id,
  hat,
  all: { shown: true, mean, n: 20, low: mean - half, high: mean + half },
  departments: {},
  spread: null,
});
const report = (competencies: GroupRow[]) => ({
  format: 2 as const,
  participants: { shown: 20, all: 20 },
  hats: [row("managing", 0.4, 0.2)],
  competencies,
  both: [],
});

test("sides are named where the interval leaves no doubt, furthest first, two at most", () => {
  const found = groupFindings(
    report([
      row("a", -0.9, 0.2),
      row("b", -0.4, 0.2),
      row("c", -0.6, 0.2),
      row("d", 0.5, 0.2),
      row("e", 0.1, 0.2),
      row("f", 0.3, 0.6),
      row("range", 3, 0.2, null),
    ]),
  );
  expect(found.tooLittle.map((each) => each.id)).toEqual(["a", "c"]);
  expect(found.tooMuch.map((each) => each.id)).toEqual(["d"]);
  expect(found.hats).toMatchObject([{ id: "managing", finding: "too-much" }]);
});

test("what is hidden is not mentioned", () => {
  const hidden = { ...row("a", 0, 0), all: { shown: false as const } };
  expect(groupFindings({ ...report([hidden]), hats: [hidden] })).toEqual({
    hats: [],
    tooLittle: [],
    tooMuch: [],
    strong: [],
    short: [{ hat: "a", competencies: 0, of: 0 }],
  });
});

const counted = (id: string, right: number | null, little: number | null = 10): GroupRow => ({
  ...row(id, 0, 0.2),
  spread: {
    of: 40,
    counts: { "too-little": little, "about-right": right, "too-much": null, unclear: null },
  },
});

test("strong is only what is apart from the rest by more than chance", () => {
  const strong = (rights: (number | null)[]) =>
    groupFindings(report(rights.map((right, at) => counted(`${at}`, right)))).strong;
  expect(strong([20, 21, 19, 22, 20, 20])).toEqual([]);
  expect(strong([20, 21, 36, 22, 20, 20])).toEqual([{ id: "2", count: 36, of: 40 }]);
  expect(strong([20, 21, null, 22])).toEqual([]);
  expect(strong([36])).toEqual([]);
});

test("a hat's short competencies are counted among those whose counts are shown", () => {
  const found = groupFindings(
    report([counted("a", 8, 19), counted("b", 20, 9), counted("c", null, 19), counted("d", 9, 9)]),
  );
  expect(found.short).toEqual([{ hat: "managing", competencies: 1, of: 3 }]);
});

test("reliability rises with raters: participants' variance over all variance of the mean", () => {
  const variances = { participantVariance: 0.2, raterVariance: 0.1, residualVariance: 0.3 };
  expect(reliabilityOfMean(variances, 1)).toBeCloseTo(0.2 / 0.6, 12);
  expect(reliabilityOfMean(variances, 8)).toBeCloseTo(0.8, 12);
  const none = { participantVariance: 0, raterVariance: 0, residualVariance: 0 };
  expect(reliabilityOfMean(none, 8)).toBeNull();
});
