import { renderToStaticMarkup } from "react-dom/server";
import type { Chart } from "./chart.ts";
import { chartFigure } from "./chart-figure.ts";
import { ChartSvg, type FigureTable } from "./figure.tsx";
import type { ChartTexts } from "./texts.ts";

/** A chart away from a page: its widest drawing as SVG, and what it shows in words. */
export interface DrawnChart {
  title: string;
  note?: string | undefined;
  /** Colours are tokens, such as `var(--ink)`. */
  svg: string;
  /** In units of the drawing. */
  width: number;
  height: number;
  square: boolean;
  /** The description, then each row of figures as a sentence. */
  alt: string;
}

/** Draws a chart for paper, with the same marks and words as on a page. */
export function drawnChart(chart: Chart, texts: ChartTexts): DrawnChart {
  const { title, note, description, wide, square = false, table } = chartFigure(chart, texts);
  const svg = renderToStaticMarkup(<ChartSvg {...wide} description={description} />);
  const alt = [description, ...sentences(table)].join(" ");
  return { title, note, svg, width: wide.width, height: wide.height, square, alt };
}

/** What a row is about, then each column's word with its figure. */
function sentences({ columns, rows }: FigureTable): string[] {
  return rows.map(
    ([subject = "", ...cells]) =>
      `${subject}: ${cells.map((cell, index) => `${columns[index + 1] ?? ""} ${cell}`).join(", ")}.`,
  );
}
