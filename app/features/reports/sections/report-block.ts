import type { TFunction } from "i18next";
import type { Block, Section, WayTo } from "~/platform/blocks/block.ts";
import type { Chart } from "~/ui/charts/chart.ts";

export type ReportBlock = Block<Chart>;
export type ReportSection = Section<Chart>;

/** The words of the report, in the language it is read in. */
export type T = TFunction<"report">;

/** A name as it is written within a sentence of this language. */
export function inSentence(name: string, t: T): string {
  return t("hatInSentence", { name });
}

/** From any figure to what figures mean. */
export function howToReadIt(t: T): WayTo {
  return { label: t("how.title"), href: "#how" };
}
