import { type Estimate, OTHERS, type ReportContent, type ReportRow } from "./report-content.ts";

/**
 * What may be said of an amount: on the side of too little or too much only when the 95 % interval leaves out
 * the right amount; about right only when all of the interval is near it; otherwise that the data cannot tell.
 */
export type AmountFinding = "too-little" | "too-much" | "about-right" | "unclear";

/** Half a point of the amount scale: nearer than that to the right amount is near it. */
export const NEAR = 0.5;

export function amountFinding(estimate: Estimate | undefined): AmountFinding | null {
  if (!estimate?.shown) return null;
  const { low, high } = estimate;
  if (low === null || high === null) return "unclear";
  if (high < 0) return "too-little";
  if (low > 0) return "too-much";
  return low > -NEAR && high < NEAR ? "about-right" : "unclear";
}

export type PlaceToLook = {
  id: string;
  hat: string | null;
  direction: "more" | "less";
  distance: number;
};

/** Competencies on an amount scale that others clearly see as too little or too much, furthest first. */
export function placesToLook(content: Pick<ReportContent, "competencies">): PlaceToLook[] {
  return amountRows(content)
    .flatMap((row): PlaceToLook[] => {
      const estimate = row.estimates[OTHERS];
      const finding = amountFinding(estimate);
      if (!estimate?.shown || (finding !== "too-little" && finding !== "too-much")) return [];
      return [
        {
          id: row.id,
          hat: row.hat,
          direction: finding === "too-little" ? "more" : "less",
          distance: Math.abs(estimate.mean),
        },
      ];
    })
    .sort((a, b) => b.distance - a.distance || (a.id < b.id ? -1 : 1));
}

/** Competencies that others clearly see as about right, nearest first. */
export function rightAmounts(
  content: Pick<ReportContent, "competencies">,
): { id: string; hat: string | null }[] {
  return amountRows(content)
    .flatMap((row) => {
      const estimate = row.estimates[OTHERS];
      return estimate?.shown && amountFinding(estimate) === "about-right"
        ? [{ id: row.id, hat: row.hat, distance: Math.abs(estimate.mean) }]
        : [];
    })
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .map(({ id, hat }) => ({ id, hat }));
}

export type OwnView = { id: string; difference: number; sees: "more" | "less" };

/** Where the participant clearly sees more or less of something than others do, widest first. */
export function clearGaps(content: Pick<ReportContent, "competencies">): OwnView[] {
  return amountRows(content)
    .flatMap(({ id, gap }): OwnView[] =>
      gap?.clear
        ? [{ id, difference: Math.abs(gap.difference), sees: gap.difference > 0 ? "more" : "less" }]
        : [],
    )
    .sort((a, b) => b.difference - a.difference || (a.id < b.id ? -1 : 1));
}

/** Whether others' view of any competency may be shown: that nothing stands out can be said only then. */
export function anyAmountShown(content: Pick<ReportContent, "competencies">): boolean {
  return amountRows(content).some((row) => row.estimates[OTHERS]?.shown === true);
}

/** Only competencies of a hat are rated by amount; one above the hats is on a scale of its own. */
function amountRows({ competencies }: Pick<ReportContent, "competencies">): ReportRow[] {
  return competencies.filter((row) => row.hat !== null);
}

/** How the two hats compare, for the first sentence of a report. */
export function balanceFinding(
  content: Pick<ReportContent, "hats">,
): { across: AmountFinding; up: AmountFinding } | null {
  const [across, up] = content.hats.map((row) => amountFinding(row.estimates[OTHERS]));
  return across && up ? { across, up } : null;
}
