import type { NearEnd } from "@twohats/disclosure";
import type { TFunction } from "i18next";
import { decimal } from "~/platform/i18n/format.ts";
import type { Estimate } from "../domain/report-content.ts";

/** An amount with its sign, its sureness and its n: "−0.4, likely −0.6 to −0.2; 11 raters". */
export function figureWords(t: TFunction<"report">, estimate: Estimate & { shown: true }): string {
  const { mean, low, high, n } = estimate;
  if (low === null || high === null)
    return t("glance.figurePlain", { mean: signed(mean), count: n });
  return t("glance.figure", { mean: signed(mean), low: signed(low), high: signed(high), count: n });
}

/** What is known of a figure near one end: "+1.2 or more", and of one over groups of which one is: "+0.4 to +0.9". */
export function nearEndWords(
  t: TFunction<"report">,
  range: Pick<NearEnd, "low" | "high">,
  scale: { isAmount: boolean; low: number; high: number },
): string {
  const words = (value: number) => (scale.isAmount ? signed(value) : decimal(value, 1));
  const [low, high] = [words(range.low), words(range.high)];
  if (range.high === scale.high) return t("behaviours.orMore", { value: low });
  if (range.low === scale.low) return t("behaviours.orLess", { value: high });
  return t("behaviours.between", { low, high });
}

/** One decimal with a plus or a true minus; nothing before zero. */
export function signed(value: number): string {
  const text = decimal(Math.abs(value), 1);
  if (Number(text) === 0) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}
