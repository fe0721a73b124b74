import type { TFunction } from "i18next";
import type { Block, Section } from "~/platform/blocks/block.ts";
import type { Chart } from "~/ui/charts/chart.ts";

export type ReportBlock = Block<Chart>;
export type ReportSection = Section<Chart>;

/** The words of the report, in the language it is read in. */
export type T = TFunction<"report">;
