import { expect, test } from "vitest";
import {
  basisOf,
  builtInBasis,
  forecastReliability,
  forecastSpread,
  type RoundModel,
  singleRater,
} from "./reliability-forecast.ts";

const round = (change: Partial<RoundModel> = {}): RoundModel => ({
  cycleName: "Spring",
  participants: 40,
  raters: 120,
  ratings: 300,
  connected: true,
  components: { participant: 0.4, rater: 0.3, residual: 0.3 },
  ...change,
});

test("by the built-in values seven reports make about .72, which is enough to rely on", () => {
  const { groups, needed } = forecastReliability({ direct_report: 7 }, builtInBasis);
  expect(groups).toMatchObject([{ group: "direct_report", raters: 7, verdict: "enough" }]);
  expect(groups[0]?.reliability).toBeCloseTo(0.7214, 4);
  expect(needed).toBe(7);
});

test("is participant / (participant + (rater + residual) / k), worked out by hand", () => {
  const basis = basisOf([round()]);
  const { groups, all } = forecastReliability({ self: 1, manager: 1, peer: 3 }, basis);
  expect(groups.map(({ group }) => group)).toEqual(["manager", "peer"]);
  expect(groups[0]?.reliability).toBeCloseTo(0.4, 12);
  expect(groups[1]?.reliability).toBeCloseTo(0.4 / (0.4 + 0.6 / 3), 12);
  expect(all).toMatchObject({ group: "all", raters: 4, verdict: "enough" });
  expect(all?.reliability).toBeCloseTo(0.4 / (0.4 + 0.6 / 4), 12);
});

test("words change where the number does: .50 and .70", () => {
  const words = [1, 2, 3, 6, 7].map(
    (peer) => forecastReliability({ peer }, builtInBasis).groups[0]?.verdict,
  );
  expect(words).toEqual(["first", "first", "fair", "fair", "enough"]);
});

test("grows with every rater and stays below 1", () => {
  let before = 0;
  for (let other = 1; other <= 60; other += 1) {
    const { all } = forecastReliability({ other }, builtInBasis);
    expect(all?.reliability).toBeGreaterThan(before);
    expect(all?.reliability).toBeLessThan(1);
    before = all?.reliability ?? 0;
  }
});

test("without raters nothing is forecast", () => {
  expect(forecastReliability({ self: 1 }, builtInBasis)).toMatchObject({ groups: [], all: null });
});

test("of two hats the less reliable counts", () => {
  const weak = { participant: 0.2, rater: 0.4, residual: 0.4 };
  const basis = basisOf([round(), round({ components: weak })]);
  expect(forecastReliability({ peer: 1 }, basis).all?.reliability).toBeCloseTo(0.2, 12);
  expect(basis).toMatchObject({ source: "cycle", cycleName: "Spring", participants: 40 });
});

test("a round that is small, hangs together loosely or tells no participants apart is left aside", () => {
  for (const unfit of [
    [],
    [round({ participants: 9 })],
    [round(), round({ connected: false })],
    [round({ components: { participant: 0, rater: 0.5, residual: 0.5 } })],
  ])
    expect(basisOf(unfit)).toBe(builtInBasis);
});

test("the reliability of one rater is a share, also where nothing varies", () => {
  expect(singleRater({ participant: 3, rater: 1, residual: 2 })).toBe(0.5);
  expect(singleRater({ participant: 0, rater: 0, residual: 0 })).toBe(0);
});

test("participants of a cycle are counted by what all their raters together will tell", () => {
  const lists = [{ peer: 7 }, { peer: 2, direct_report: 2 }, { manager: 1 }, { self: 1 }, {}];
  expect(forecastSpread(lists, builtInBasis)).toEqual({ enough: 1, fair: 1, first: 1, nobody: 2 });
});
