import type { AmountChart } from "./chart.ts";
import type { ChartFigureProps } from "./figure.tsx";
import { rowFigure } from "./row-figure.tsx";
import type { ChartTexts } from "./texts.ts";

/** Amounts around "the right amount": too little to the left, too much to the right. */
export function amountFigure(chart: AmountChart, texts: ChartTexts): ChartFigureProps {
  return rowFigure({
    ...chart,
    texts,
    scale: {
      domain: [-2, 2],
      ticks: [-2, -1, 0, 1, 2],
      centre: 0,
      words: { start: texts.tooLittle, middle: texts.rightAmount, end: texts.tooMuch },
      value: texts.amount,
    },
  });
}
