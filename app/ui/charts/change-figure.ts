import { changePicture } from "./change-drawing.tsx";
import type { ChangeChart } from "./chart.ts";
import type { ChartFigureProps, FigureTable } from "./figure.tsx";
import { narrowRows, type RowGeometry, wideRows } from "./row-layout.ts";
import type { RowScale } from "./row-scale.ts";
import type { ChartTexts } from "./texts.ts";

/** The meaning stands under the label, so the track can be longer than elsewhere. */
const wide: RowGeometry = { ...wideRows, trackEnd: 600 };

function changeScale(kind: ChangeChart["scale"], texts: ChartTexts): RowScale {
  if (kind === "level") {
    return { domain: [1, 5], ticks: [1, 2, 3, 4, 5], words: {}, value: texts.level };
  }
  return {
    domain: [-2, 2],
    ticks: [-2, -1, 0, 1, 2],
    centre: 0,
    words: { start: texts.tooLittle, middle: texts.rightAmount, end: texts.tooMuch },
    value: texts.amount,
  };
}

function figures({ rows }: ChangeChart, scale: RowScale, texts: ChartTexts): FigureTable {
  return {
    columns: [texts.subject, texts.before, texts.now, texts.band, texts.meaning],
    rows: rows.map((row) =>
      "hidden" in row
        ? [row.label, "–", "–", "–", row.hidden]
        : [
            row.label,
            scale.value(row.before),
            scale.value(row.now),
            texts.range(
              scale.value(row.before + row.noise.low),
              scale.value(row.before + row.noise.high),
            ),
            row.meaning,
          ],
    ),
  };
}

/** Then and now. Inside the band of noise the line stays grey; nowhere is there an arrow. */
export function changeFigure(chart: ChangeChart, texts: ChartTexts): ChartFigureProps {
  const { rows, title, description, note } = chart;
  const scale = changeScale(chart.scale, texts);
  const drawing = { rows, texts, scale };
  return {
    title,
    description,
    ...(note === undefined ? {} : { note }),
    narrow: changePicture(drawing, narrowRows),
    wide: changePicture(drawing, wide),
    table: figures(chart, scale, texts),
    tableLabel: texts.figures,
  };
}
