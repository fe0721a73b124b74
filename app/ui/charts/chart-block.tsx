import type { Chart } from "./chart.ts";
import { chartFigure } from "./chart-figure.ts";
import { ChartFigure } from "./figure.tsx";
import { useChartTexts } from "./use-chart-texts.ts";

/** A chart on a page, in the reader's language. */
export function ChartBlock({ chart }: { chart: Chart }) {
  return <ChartFigure {...chartFigure(chart, useChartTexts())} />;
}
