import type { PlaneChart } from "./chart.ts";
import type { ChartFigureProps, FigureTable } from "./figure.tsx";
import type { PlanePoint } from "./plane-data.ts";
import { planePicture } from "./plane-drawing.tsx";
import type { ChartTexts } from "./texts.ts";

function figures(
  { others, self, lastTime, zone, axes }: PlaneChart,
  texts: ChartTexts,
): FigureTable {
  const row = (name: string, point: PlanePoint, n: number) => [
    name,
    texts.amount(point.managing),
    texts.amount(point.leading),
    String(n),
  ];
  const range = ({ low, high }: { low: number; high: number }) =>
    texts.range(texts.amount(low), texts.amount(high));
  return {
    columns: [texts.group, axes.managing.name, axes.leading.name, texts.raters],
    rows: [
      "hidden" in others
        ? [texts.others, others.hidden, others.hidden, "–"]
        : row(texts.others, others, others.n),
      ...(self ? [row(texts.self, self, 1)] : []),
      ...(lastTime ? [row(texts.lastTime, lastTime, lastTime.n)] : []),
      ...(zone ? [[zone.name, range(zone.managing), range(zone.leading), "–"]] : []),
    ],
  };
}

/** Managing across, leading up; the centre is the right amount of both. */
export function planeFigure(chart: PlaneChart, texts: ChartTexts): ChartFigureProps {
  const { title, description, others } = chart;
  const note = "hidden" in others ? others.hidden : chart.note;
  return {
    title,
    description,
    ...(note === undefined ? {} : { note }),
    narrow: planePicture(chart, texts, 340),
    wide: planePicture(chart, texts, 480),
    square: true,
    table: figures(chart, texts),
    tableLabel: texts.figures,
  };
}
