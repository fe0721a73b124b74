import { expect, test, vi } from "vitest";
import { tellApart } from "../testing/leniency-attack.ts";

// Whole rounds are made up and scored, over and over: more work than a test usually has.
vi.setConfig({ testTimeout: 400_000 });

test.each(["pool", "line"] as const)(
  "%s: adjusted means never tell which of two raters gave which answers; leave-one-out leniencies in all decimals do",
  (design) => {
    const round = { participants: 24, raters: 8, seed: 3, design };
    const { of, figures, adjusted, leaveOneOut } = tellApart(round, 12);
    expect({ figures, adjusted }).toEqual({ figures: of / 2, adjusted: of / 2 });
    // In a line most raters rate one person, and are no more lenient towards others than towards nobody.
    expect(leaveOneOut).toBeGreaterThan(design === "pool" ? 0.9 * of : 0.6 * of);
  },
);
