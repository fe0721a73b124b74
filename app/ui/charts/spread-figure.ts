import type { SpreadChart } from "./chart.ts";
import type { ChartFigureProps, FigureTable } from "./figure.tsx";
import { sides, together } from "./spread-data.ts";
import { narrowSpread, spreadPicture, wideSpread } from "./spread-drawing.tsx";
import type { ChartTexts } from "./texts.ts";

/** People, not averages: how many are clearly on each side, row by row. */
export function spreadFigure(chart: SpreadChart, texts: ChartTexts): ChartFigureProps {
  const { rows, title, description, note } = chart;
  return {
    title,
    description,
    ...(note === undefined ? {} : { note }),
    narrow: spreadPicture(rows, texts, narrowSpread),
    wide: spreadPicture(rows, texts, wideSpread),
    table: figures(chart, texts),
    tableLabel: texts.figures,
  };
}

function figures({ rows }: SpreadChart, texts: ChartTexts): FigureTable {
  const { subject, tooLittle, aboutRight, tooMuch, cantTell, notShown } = texts;
  return {
    columns: [subject, tooLittle, aboutRight, tooMuch, cantTell, notShown],
    rows: rows.map((row) => [
      row.label,
      ...sides.map((side) => String(row.counts[side] ?? notShown)),
      String(together(row) || "–"),
    ]),
  };
}
