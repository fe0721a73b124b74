import type { WayTo } from "~/platform/blocks/block.ts";
import { AmountTable } from "./amount-table.tsx";
import type { Chart } from "./chart.ts";
import { chartFigure, textsOf } from "./chart-figure.ts";
import { ChartFigure } from "./figure.tsx";
import { useChartTexts } from "./use-chart-texts.ts";

/** A chart on a page, in the reader's language. Where its rows say what others see, it is a table itself. */
export function ChartBlock({ chart, reading }: { chart: Chart; reading?: WayTo | undefined }) {
  const texts = useChartTexts();
  if (chart.kind === "amounts" && chart.rows.some(({ seen }) => seen))
    return <AmountTable chart={chart} texts={textsOf(chart, texts)} reading={reading} />;
  return <ChartFigure {...chartFigure(chart, texts)} reading={reading} />;
}
