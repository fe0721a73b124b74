import { amountFigure } from "./amount-figure.ts";
import { changeFigure } from "./change-figure.ts";
import type { Chart } from "./chart.ts";
import type { ChartFigureProps } from "./figure.tsx";
import { levelFigure } from "./level-figure.ts";
import { planeFigure } from "./plane-figure.ts";
import { spreadFigure } from "./spread-figure.ts";
import type { ChartTexts } from "./texts.ts";

/** A chart with its drawings and its figures in words, for a page, a printed report or a description. */
export function chartFigure(chart: Chart, general: ChartTexts): ChartFigureProps {
  const texts = textsOf(chart, general);
  switch (chart.kind) {
    case "amounts":
      return amountFigure(chart, texts);
    case "levels":
      return levelFigure(chart, texts);
    case "plane":
      return planeFigure(chart, texts);
    case "change":
      return changeFigure(chart, texts);
    case "spread":
      return spreadFigure(chart, texts);
  }
}

export function textsOf({ names, counted }: Chart, texts: ChartTexts): ChartTexts {
  return {
    ...texts,
    ...names,
    ...(counted && { raters: texts.people, countRaters: texts.countPeople }),
  };
}
