import type { Sureness } from "~/platform/blocks/block.ts";
import { type AmountFinding, amountFinding, NEAR } from "../domain/findings.ts";
import type { Estimate } from "../domain/report-content.ts";
import type { T } from "./report-block.ts";

/**
 * What part of half a 95 % interval half an 80 % one is, by the normal distribution: 1.282 / 1.960. By t it would be
 * less, so this errs on the side of saying too little.
 */
const EIGHTY_IN_A_HUNDRED = 0.654;

/**
 * What others see, and how sure that is: clear by the stored interval; likely by a narrower one, unless it allows both
 * a side and about right; else open.
 */
export function seenAmount(estimate: Estimate | undefined): {
  finding: AmountFinding;
  step: Sureness["step"];
} | null {
  const finding = amountFinding(estimate);
  if (finding === null || !estimate?.shown) return null;
  if (finding !== "unclear") return { finding, step: "clear" };
  const { mean, low, high } = estimate;
  if (low === null || high === null) return { finding, step: "open" };
  // An interval is cut at the ends of the scale; its longer half is the one that was worked out.
  const half = Math.max(mean - low, high - mean) * EIGHTY_IN_A_HUNDRED;
  const near = Math.abs(mean) + half < NEAR;
  const aside = Math.abs(mean) > half;
  if (near === aside) return { finding, step: "open" };
  if (near) return { finding: "about-right", step: "likely" };
  return { finding: mean < 0 ? "too-little" : "too-much", step: "likely" };
}

/** The step alone in a word: "Clear". */
export function surenessWord(step: Sureness["step"], t: T): Sureness {
  return { step, words: t(`sure.${step}`) };
}

/** What is seen, as the words beside a mark: "Too little", "Likely too little", "Can’t tell". */
export function seenWords(estimate: Estimate | undefined, t: T): Sureness | null {
  const seen = seenAmount(estimate);
  if (!seen) return null;
  const { finding, step } = seen;
  if (step === "open") return surenessWord(step, t);
  return { step, words: t(`sure.${step === "clear" ? "seen" : "seenLikely"}.${finding}`) };
}
