import { amountFinding } from "./findings.ts";
import { OTHERS, type ReportContent, SELF } from "./report-content.ts";

/**
 * Blind spot: others clearly see too little or too much where the participant sees it nearer to right. Hidden strength:
 * others clearly see it about right where the participant doubts it. Both only when the gap's 95 % interval leaves out
 * zero.
 */
export type SelfOtherFinding = {
  id: string;
  kind: "blind-spot" | "hidden-strength";
  /** What others would like: more or less of it; for a strength, what the participant thought they lacked. */
  direction: "more" | "less";
  self: number;
  others: number;
  n: number;
};

const LEAST_GAP = 0.5;

/** Where self and others clearly differ, widest first; the rest is within noise. Competencies rated by amount only. */
export function selfAndOthers({
  competencies,
}: Pick<ReportContent, "competencies">): SelfOtherFinding[] {
  return competencies
    .flatMap((row): (SelfOtherFinding & { gap: number })[] => {
      const self = row.estimates[SELF];
      const others = row.estimates[OTHERS];
      if (row.hat === null || !row.gap?.clear || !self?.shown || !others?.shown) return [];
      const found = { id: row.id, self: self.mean, others: others.mean, n: others.n };
      const gap = Math.abs(row.gap.difference);
      const finding = amountFinding(others);
      const nearer = Math.abs(self.mean) + LEAST_GAP <= Math.abs(others.mean);
      if (nearer && (finding === "too-little" || finding === "too-much")) {
        const direction = finding === "too-little" ? "more" : "less";
        return [{ ...found, gap, kind: "blind-spot", direction }];
      }
      if (finding === "about-right" && Math.abs(self.mean) >= LEAST_GAP) {
        const direction = self.mean < 0 ? "more" : "less";
        return [{ ...found, gap, kind: "hidden-strength", direction }];
      }
      return [];
    })
    .sort((a, b) => b.gap - a.gap || (a.id < b.id ? -1 : 1))
    .map(({ gap: _, ...found }) => found);
}
