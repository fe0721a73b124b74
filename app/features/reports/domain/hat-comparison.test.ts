import { expect, test } from "vitest";
import { compareHats } from "./hat-comparison.ts";
import type { Ellipse, ReportContent } from "./report-content.ts";

const content = (across: number, up: number, ellipse: Ellipse | null) => {
  const shown = { shown: true, mean: 0, n: 8, low: 0, high: 0, shares: null, agreement: null };
  const row = (id: string) => ({
    id,
    hat: id,
    estimates: { all: shown },
    gap: null,
    adjusted: null,
  });
  return {
    balance: { self: null, others: { across, up, raters: 8, ellipse }, versatility: null },
    hats: [row("managing"), row("leading")],
  } as unknown as Pick<ReportContent, "balance" | "hats">;
};

test("one hat is said to be more only when the whole ellipse of differences is on its side", () => {
  const round = { major: 0.3, minor: 0.3, angle: 0 };
  expect(compareHats(content(0.5, 0, round))?.more).toBe("across");
  expect(compareHats(content(0, 0.5, round))?.more).toBe("up");
  expect(compareHats(content(0.4, 0, round))?.more).toBe("unclear");
});

test("an ellipse stretched along the diagonal leaves the difference sure; across it, unsure", () => {
  const alongDiagonal = { major: 1, minor: 0.1, angle: Math.PI / 4 };
  const sure = compareHats(content(0.3, 0, alongDiagonal));
  expect(sure?.high).toBeCloseTo(0.3 + 0.1 * Math.SQRT2, 10);
  expect(sure?.more).toBe("across");
  const acrossIt = { ...alongDiagonal, angle: -Math.PI / 4 };
  expect(compareHats(content(0.3, 0, acrossIt))).toMatchObject({ more: "unclear" });
  expect(compareHats(content(0.3, 0, acrossIt))?.high).toBeCloseTo(0.3 + Math.SQRT2, 10);
});

test("nothing is compared without an ellipse", () => {
  expect(compareHats(content(1, 0, null))).toBeNull();
});
