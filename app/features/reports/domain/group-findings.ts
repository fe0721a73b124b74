import type { GroupFigure, GroupReport, GroupRow } from "./group-report.ts";

type Named = { id: string; mean: number; low: number; high: number; n: number };

export type GroupFindings = {
  /** Hats, with what may be said of the participants on average. */
  hats: (Named & { finding: "too-little" | "too-much" | "about-right" | "unclear" })[];
  /** Competencies nearest to the right amount, and those clearly off it, furthest first. */
  nearest: Named[];
  tooLittle: Named[];
  tooMuch: Named[];
};

const MOST = 2;
const NEAR = 0.5;

/** The sentences a group report may begin with. A side is named only when the interval leaves no doubt. */
export function groupFindings({ hats, competencies }: GroupReport): GroupFindings {
  const shown = competencies.flatMap((row) => (row.hat === null ? [] : named(row)));
  const by = (rank: (each: Named) => number) => (a: Named, b: Named) =>
    rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
  return {
    hats: hats.flatMap((row) => named(row).map((each) => ({ ...each, finding: sideOf(each) }))),
    nearest: shown
      .filter((each) => sideOf(each) === "about-right")
      .sort(by((each) => Math.abs(each.mean)))
      .slice(0, MOST),
    tooLittle: shown
      .filter((each) => sideOf(each) === "too-little")
      .sort(by((each) => each.mean))
      .slice(0, MOST),
    tooMuch: shown
      .filter((each) => sideOf(each) === "too-much")
      .sort(by((each) => -each.mean))
      .slice(0, MOST),
  };
}

function sideOf({ low, high }: Named) {
  if (high < 0) return "too-little" as const;
  if (low > 0) return "too-much" as const;
  return low > -NEAR && high < NEAR ? ("about-right" as const) : ("unclear" as const);
}

function named({ id, all }: { id: GroupRow["id"]; all: GroupFigure }): Named[] {
  return all.shown ? [{ id, mean: all.mean, low: all.low, high: all.high, n: all.n }] : [];
}

/**
 * How reliable the mean of `raters` raters is, 0 to 1: participants' true variance over all variance of such a mean
 * (Brennan 2001, raters nested in participants). null when nothing varies.
 */
export function reliabilityOfMean(
  variances: { participantVariance: number; raterVariance: number; residualVariance: number },
  raters: number,
): number | null {
  const error = (variances.raterVariance + variances.residualVariance) / raters;
  const total = variances.participantVariance + error;
  return total > 0 ? variances.participantVariance / total : null;
}
