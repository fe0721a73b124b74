import { proportionInterval } from "@twohats/psychometrics";
import type { GroupFigure, GroupReport, GroupRow } from "./group-report.ts";

type Named = { id: string; mean: number; low: number; high: number; n: number };

export type GroupFindings = {
  /** Hats, with what may be said of the participants on average. */
  hats: (Named & { finding: "too-little" | "too-much" | "about-right" | "unclear" })[];
  /** Competencies of which participants are clearly off the right amount on average, furthest first. */
  tooLittle: Named[];
  tooMuch: Named[];
  /** Those in which more participants than in the rest are clearly about right, by more than chance. */
  strong: ApartFromTheRest[];
  /** Per hat, in how many of its competencies with counts more have too little than have it right. */
  short: { hat: string; competencies: number; of: number }[];
};

export type ApartFromTheRest = { id: string; count: number; of: number };

const MOST = 2;
const NEAR = 0.5;

/** The sentences a group report may begin with. A side is named only when the interval leaves no doubt. */
export function groupFindings({ hats, competencies }: GroupReport): GroupFindings {
  const shown = competencies.flatMap((row) => (row.hat === null ? [] : named(row)));
  const by = (rank: (each: Named) => number) => (a: Named, b: Named) =>
    rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
  return {
    hats: hats.flatMap((row) => named(row).map((each) => ({ ...each, finding: sideOf(each) }))),
    tooLittle: shown
      .filter((each) => sideOf(each) === "too-little")
      .sort(by((each) => each.mean))
      .slice(0, MOST),
    tooMuch: shown
      .filter((each) => sideOf(each) === "too-much")
      .sort(by((each) => -each.mean))
      .slice(0, MOST),
    strong: strongest(competencies),
    short: hats.map(({ id }) => shortOf(id, competencies)),
  };
}

/** Whose share of participants who are about right has an interval above what the others have together. */
function strongest(competencies: readonly GroupRow[]): ApartFromTheRest[] {
  const counted = competencies.flatMap(({ id, spread }): ApartFromTheRest[] => {
    const count = spread?.counts["about-right"] ?? null;
    return spread?.of && count !== null ? [{ id, count, of: spread.of }] : [];
  });
  const total = (all: readonly ApartFromTheRest[], part: "count" | "of") =>
    all.reduce((sum, each) => sum + each[part], 0);
  return counted
    .filter((each) => {
      const rest = counted.filter(({ id }) => id !== each.id);
      const usual = total(rest, "count") / total(rest, "of");
      return (proportionInterval(each)?.lower ?? 0) > usual;
    })
    .sort((a, b) => b.count / b.of - a.count / a.of || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

function shortOf(hat: string, competencies: readonly GroupRow[]) {
  const counted = competencies.flatMap((row) => {
    const little = row.spread?.counts["too-little"] ?? null;
    const right = row.spread?.counts["about-right"] ?? null;
    return row.hat === hat && little !== null && right !== null ? [little > right] : [];
  });
  return { hat, competencies: counted.filter(Boolean).length, of: counted.length };
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
