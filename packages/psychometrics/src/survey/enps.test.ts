import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle } from "../../testing/oracle.ts";
import { enps } from "./enps.ts";

test("eight columns of ratings: score, error and both intervals are R's", () => {
  const ratings = oracle("nps_political_democracy_rounded");
  for (const [name, expected] of Object.entries(
    ratings.expected("nps_per_column") as Record<
      string,
      {
        promoters: number;
        passives: number;
        detractors: number;
        nps: number;
        se: number;
        wald_ci95: number[];
        adj_wald_ci95: number[];
      }
    >,
  )) {
    const { promoters, passives, detractors } = expected;
    const adjusted = enps(ratings.numbers(name));
    expect(adjusted).toMatchObject({ n: 75, promoters, passives, detractors });
    expectClose(adjusted?.enps, expected.nps, 1e-12);
    expectClose(adjusted?.standardError, expected.se, 1e-12);
    expectClose(adjusted?.lower, expected.adj_wald_ci95[0]!, 1e-12);
    expectClose(adjusted?.upper, expected.adj_wald_ci95[1]!, 1e-12);
    const wald = enps(ratings.numbers(name), { method: "wald" });
    expectClose(wald?.lower, expected.wald_ci95[0]!, 1e-12);
    expectClose(wald?.upper, expected.wald_ci95[1]!, 1e-12);
  }
});

test("nobody is no score, everybody alike still has an interval, off the scale is an error", () => {
  expect(enps([Number.NaN])).toBeNull();
  const all = enps([10, 9, 10]);
  expect(all?.enps).toBe(100);
  expect(all?.lower).toBeLessThan(60);
  expect(enps([10, 9], { method: "wald" })).toMatchObject({ lower: 100, upper: 100 });
  expect(() => enps([11])).toThrow(RangeError);
});
