import type { TFunction } from "i18next";
import { listed } from "~/platform/i18n/format.ts";

/** Who made a change, in words. */
export function makersIn(t: TFunction<"people">, makers: readonly (string | null)[]): string {
  return listed(makers.map((maker) => maker ?? t("addresses.operator")));
}
