import type { TFunction } from "i18next";
import type { Draft } from "../../domain/assessments/placement.ts";

/** Where somebody is placed, in words. */
export function placementText(
  t: TFunction<"assessments">,
  said: Draft | null,
  levels: readonly { level: number; name: string }[],
): string {
  if (said === null || said.level === undefined) return t("placed.unsaid");
  if (said.level === null) return t("placed.cantSay");
  return levelText(t, said.level, levels);
}

export function levelText(
  t: TFunction<"assessments">,
  level: number,
  levels: readonly { level: number; name: string }[],
): string {
  const name = levels.find((each) => each.level === level)?.name ?? "";
  return t("placed.level", { level, name });
}
