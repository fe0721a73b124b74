import type { ChartWords, GroupRow } from "./data.ts";
import { isHidden } from "./data.ts";
import type { ChartFigureProps, FigureTable, Picture } from "./figure.tsx";
import { Lines } from "./marks.tsx";
import { axisHeight, RowAxis } from "./row-axis.tsx";
import { RowLane } from "./row-lane.tsx";
import {
  line,
  narrowRows,
  placeRows,
  type RowGeometry,
  valueColumns,
  wideRows,
} from "./row-layout.ts";
import type { RowScale } from "./row-scale.ts";
import type { ChartTexts } from "./texts.ts";

export interface RowChartProps extends ChartWords {
  rows: readonly GroupRow[];
  scale: RowScale;
  texts: ChartTexts;
}

function rowPicture({ rows, scale, texts }: RowChartProps, g: RowGeometry): Picture {
  const top = axisHeight(scale, g);
  const placed = placeRows(rows, top, g, texts.self);
  const last = placed.at(-1);
  const bottom = last ? last.top + last.height : top;
  const marks = (
    <>
      <RowAxis
        scale={scale}
        g={g}
        columns={[
          { at: valueColumns.mean, word: texts.mean },
          { at: valueColumns.likely, word: texts.likely },
          { at: valueColumns.raters, word: texts.raters },
        ]}
      />
      {placed.map((row) => (
        <g key={row.key}>
          <line x1="0" x2={g.width} y1={row.top} y2={row.top} stroke="var(--line)" />
          <Lines lines={row.headingLines} x={0} y={row.top + line + 4} weight={550} />
          {row.lanes.map((lane) => (
            <RowLane key={lane.key} {...{ lane, scale, g, texts }} />
          ))}
        </g>
      ))}
      <line x1="0" x2={g.width} y1={bottom} y2={bottom} stroke="var(--line)" />
    </>
  );
  return { width: g.width, height: bottom + 1, marks };
}

function figures(rows: readonly GroupRow[], scale: RowScale, texts: ChartTexts): FigureTable {
  const columns = [texts.subject, texts.group, texts.mean, texts.likely, texts.raters];
  return {
    columns,
    rows: rows.flatMap((row) => {
      const own =
        row.self === undefined ? [] : [[row.label, texts.self, scale.value(row.self), "–", "1"]];
      const groups = row.groups.map((group) => {
        if (isHidden(group)) return [row.label, group.label, group.hidden, "–", "–"];
        const { low, high } = group;
        const likely =
          low === undefined || high === undefined
            ? "–"
            : texts.range(scale.value(low), scale.value(high));
        return [row.label, group.label, scale.value(group.value), likely, String(group.n)];
      });
      return [...own, ...groups];
    }),
  };
}

/** Rows of dots and intervals on one scale; the ground of the amount axis and of dot and interval. */
export function rowFigure(props: RowChartProps): ChartFigureProps {
  const { title, description, note, rows, scale, texts } = props;
  return {
    title,
    description,
    ...(note === undefined ? {} : { note }),
    narrow: rowPicture(props, narrowRows),
    wide: rowPicture(props, wideRows),
    table: figures(rows, scale, texts),
    tableLabel: texts.figures,
  };
}
