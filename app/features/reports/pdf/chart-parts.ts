import type { Chart } from "~/ui/charts/chart.ts";
import type { ReportBlock } from "../sections/report-block.ts";

/**
 * Charts of many rows as several of at most `most`, since a drawing does not break over pages. The first has the title;
 * what goes on has none.
 */
export function inParts(blocks: readonly ReportBlock[], most: number): ReportBlock[] {
  return blocks.flatMap((block): ReportBlock[] =>
    block.kind === "chart"
      ? partsOf(block.chart, most).map((chart) => ({ kind: "chart", chart }))
      : [block],
  );
}

function partsOf(chart: Chart, most: number): Chart[] {
  if (chart.kind === "amounts")
    return chunks(chart.rows, most).map((rows, part) => ({
      ...chart,
      rows,
      title: titleOf(chart, part),
    }));
  if (chart.kind === "change")
    return chunks(chart.rows, most).map((rows, part) => ({
      ...chart,
      rows,
      title: titleOf(chart, part),
    }));
  return [chart];
}

function titleOf({ title }: Chart, part: number): string {
  return part === 0 ? title : "";
}

function chunks<Row>(rows: readonly Row[], most: number): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, part) =>
    rows.slice(part * most, (part + 1) * most),
  );
}
