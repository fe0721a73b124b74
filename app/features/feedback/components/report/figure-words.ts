import type { TFunction } from "i18next";
import { decimal } from "~/platform/i18n/format.ts";
import type { Estimate } from "../../domain/report-content.ts";

/** An amount with its sign, its sureness and its n: "−0.4, likely −0.6 to −0.2; 11 raters". */
export function figureWords(t: TFunction<"report">, estimate: Estimate & { shown: true }): string {
  const { mean, low, high, n } = estimate;
  if (low === null || high === null)
    return t("glance.figurePlain", { mean: signed(mean), count: n });
  return t("glance.figure", { mean: signed(mean), low: signed(low), high: signed(high), count: n });
}

/** One decimal with a plus or a true minus; nothing before zero. */
export function signed(value: number): string {
  const text = decimal(Math.abs(value), 1);
  if (Number(text) === 0) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}
