import type { ChangeRow } from "./change-data.ts";
import { ChangeDrawing } from "./change-drawing.tsx";
import type { ChartWords } from "./data.ts";
import { ChartFigure, type FigureTable } from "./figure.tsx";
import { narrowRows, type RowGeometry, wideRows } from "./row-layout.ts";
import type { RowScale } from "./row-scale.ts";
import type { ChartTexts } from "./texts.ts";

export interface ChangeChartProps extends ChartWords {
  rows: readonly ChangeRow[];
  /** Amounts from -2 to 2, or levels from 1 to 5. */
  scale: "amount" | "level";
  texts: ChartTexts;
}

/** The meaning stands under the label, so the track can be longer than elsewhere. */
const wide: RowGeometry = { ...wideRows, trackEnd: 600 };

function changeScale(kind: ChangeChartProps["scale"], texts: ChartTexts): RowScale {
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

function figures({ rows, texts }: ChangeChartProps, scale: RowScale): FigureTable {
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
export function ChangeChart(props: ChangeChartProps) {
  const { rows, texts, title, description, note } = props;
  const scale = changeScale(props.scale, texts);
  const drawing = { rows, texts, scale, description };
  return (
    <ChartFigure
      title={title}
      description={description}
      {...(note === undefined ? {} : { note })}
      narrow={<ChangeDrawing {...drawing} g={narrowRows} />}
      wide={<ChangeDrawing {...drawing} g={wide} />}
      table={figures(props, scale)}
      tableLabel={texts.figures}
    />
  );
}
