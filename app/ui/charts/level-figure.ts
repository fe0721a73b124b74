import type { LevelChart } from "./chart.ts";
import type { ChartFigureProps } from "./figure.tsx";
import { rowFigure } from "./row-figure.tsx";
import type { ChartTexts } from "./texts.ts";

/** Means on an answer scale: a dot and its likely interval per group, number and raters beside it. */
export function levelFigure(chart: LevelChart, texts: ChartTexts): ChartFigureProps {
  return rowFigure({
    ...chart,
    texts,
    scale: {
      domain: [1, 5],
      ticks: [1, 2, 3, 4, 5],
      words: chart.ends ? { start: chart.ends[0], end: chart.ends[1] } : {},
      value: texts.level,
    },
  });
}
