import { describe, expect, test, vi } from "vitest";
import { normals, seeded } from "../testing/seeded.ts";
import { changesOfRound, claimChange, type ScaledChange } from "./change-claims.ts";

// Whole rounds are made up and scored: more work than a test usually has.
vi.setConfig({ testTimeout: 60_000 });

const ERROR = 0.27 / 4;
const seen = (change: number, standardError = ERROR, assumed: ScaledChange["assumed"] = null) => ({
  change,
  standardError,
  assumed,
});

/** A round of participants whose true changes are drawn like this; noise in several competencies goes together. */
function round(
  draw: (random: () => number, normal: () => number) => number,
  { participants = 60, seed = 1 },
) {
  const random = seeded(seed);
  const normal = normals(seed + 1);
  return Array.from({ length: participants }, () => {
    const common = normal();
    return Array.from({ length: 14 }, () => {
      const truth = draw(random, normal) / 4;
      const noise = ERROR * (Math.sqrt(0.4) * common + Math.sqrt(0.6) * normal());
      return { truth, change: seen(truth + noise) };
    });
  });
}

function claimed(rounds: ReturnType<typeof round>[]) {
  let [claims, wrong, large, found] = [0, 0, 0, 0];
  for (const made of rounds) {
    const changes = changesOfRound(made.map((own) => own.map(({ change }) => change)));
    for (const { truth, change } of made.flat()) {
      const { verdict } = claimChange(change, changes);
      const right = verdict === "up" ? truth >= 0.025 : truth <= -0.025;
      if (verdict !== "within-noise") claims++;
      if (verdict !== "within-noise" && !right) wrong++;
      if (Math.abs(truth) > 0.12) large++;
      if (Math.abs(truth) > 0.12 && verdict !== "within-noise" && right) found++;
    }
  }
  return { claims, wrong: wrong / claims, power: found / large };
}

const seeds = Array.from({ length: 20 }, (_, at) => at * 10 + 1);
const sides = (random: () => number, size: number) => (random() < 0.5 ? -size : size);

describe("of the changes a round claims at most one in twenty is none, or the other way", () => {
  test.each([
    [
      "where many changed, large changes are mostly found",
      (random: () => number) => (random() < 0.5 ? 0 : sides(random, 0.8)),
      0.55,
    ],
    [
      "where everyone changed a little and hardly anyone much",
      (_: () => number, normal: () => number) => 0.2 * normal(),
      0,
    ],
    ["where few changed", (random: () => number) => (random() < 0.9 ? 0 : sides(random, 0.6)), 0],
  ])("%s", (_, draw, power) => {
    const found = claimed(seeds.map((seed) => round(draw, { seed })));
    expect(found.claims).toBeGreaterThan(20);
    expect(found.wrong).toBeLessThan(0.06);
    if (power > 0) expect(found.power).toBeGreaterThan(power);
  });

  test("where nobody changed, hardly anything is claimed", () => {
    const { claims } = claimed(seeds.map((seed) => round(() => 0, { seed })));
    expect(claims / (20 * 60)).toBeLessThan(0.01);
  });
});

test("the same change is claimed where many changed and not where hardly anyone did", () => {
  const of = (draw: (random: () => number) => number) =>
    changesOfRound(round(draw, {}).map((own) => own.map(({ change }) => change)));
  const many = of((random) => sides(random, 0.9));
  const few = of(() => 0);
  const change = seen(0.72 / 4);
  expect(claimChange(change, many).verdict).toBe("up");
  expect(claimChange(change, few).verdict).toBe("within-noise");
  expect(claimChange(change, many).noise).toBeLessThan(claimChange(change, few).noise);
});

test("a change is claimed exactly where it is larger than its band", () => {
  const changes = changesOfRound(
    round((random) => sides(random, 0.5), {}).map((own) => own.map(({ change }) => change)),
  );
  for (const standardError of [0.03, 0.07, 0.12]) {
    const { noise } = claimChange(seen(0, standardError), changes);
    expect(claimChange(seen(noise * 1.001, standardError), changes).verdict).toBe("up");
    expect(claimChange(seen(-noise * 1.001, standardError), changes).verdict).toBe("down");
    expect(claimChange(seen(noise * 0.999, standardError), changes).verdict).toBe("within-noise");
  }
});

test("where raters' differing is assumed, groups that agree make a smaller change count", () => {
  const small = (squares: number) =>
    changesOfRound(
      Array.from({ length: 4 }, () =>
        Array.from({ length: 14 }, () => seen(0.02, 0.125, { squares, df: 2 })),
      ),
    );
  const close = small(0.5);
  const apart = small(2);
  expect(close.noise).toBeLessThan(0.65);
  expect(apart.noise).toBeGreaterThan(0.85);
  expect(claimChange(seen(0.125, 0.125), close).noise).toBeLessThan(
    claimChange(seen(0.125, 0.125), apart).noise,
  );
});
