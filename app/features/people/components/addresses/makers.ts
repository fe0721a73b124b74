import type { TFunction } from "i18next";
import { listed } from "~/platform/i18n/format.ts";

type Makers = { makers: readonly (string | null)[]; provisioned: boolean };

/** Who made a change, in words. */
export function makersIn(t: TFunction<"people">, { makers, provisioned }: Makers): string {
  const named = makers.map((maker) => maker ?? t("addresses.operator"));
  return listed(provisioned ? [...named, t("addresses.provisioning")] : named);
}
