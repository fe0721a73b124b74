import type { ChangeRow, ShownChange } from "./change-data.ts";
import type { Picture } from "./figure.tsx";
import { Dot, Lines, Ring } from "./marks.tsx";
import { axisHeight, RowAxis, TickLines } from "./row-axis.tsx";
import { line, type RowGeometry } from "./row-layout.ts";
import { type RowScale, trackScale } from "./row-scale.ts";
import { wrapText } from "./text.ts";
import type { ChartTexts } from "./texts.ts";
import { toneFill } from "./tone.ts";

/** Where the columns for then and now end, beside the track. */
const columns = { before: 656, now: 718 };

export interface ChangeDrawingProps {
  rows: readonly ChangeRow[];
  scale: RowScale;
  texts: ChartTexts;
}

interface PlacedChange {
  row: ChangeRow;
  labelLines: string[];
  meaningLines: string[];
  top: number;
  height: number;
  trackY: number;
  textY: number;
  meaningY: number;
}

function placeChanges(rows: readonly ChangeRow[], start: number, g: RowGeometry): PlacedChange[] {
  let top = start;
  return rows.map((row) => {
    const meaning = "hidden" in row ? row.hidden : row.meaning;
    const labelLines = wrapText(row.label, g.labelWidth, 13);
    const meaningLines = wrapText(meaning, g.stacked ? g.width - 8 : g.labelWidth, 12);
    const words = (labelLines.length + (g.stacked ? 0 : meaningLines.length)) * line;
    // A phone needs no track where there is nothing to draw; beside the words it costs no room.
    const track = g.stacked && !("hidden" in row) ? 26 : 0;
    const height = g.stacked
      ? words + track + meaningLines.length * line + 16
      : Math.max(words, 22) + 18;
    const textY = top + (g.stacked ? 20 : (height - words) / 2 + 12);
    const placed = {
      row,
      labelLines,
      meaningLines,
      top,
      height,
      trackY: g.stacked ? top + words + 20 : top + height / 2,
      textY,
      meaningY: textY + labelLines.length * line + track,
    };
    top += height;
    return placed;
  });
}

/** The track of one row: the band round the earlier figure, the way to the later one, and both marks. */
function Track({
  row,
  y,
  scale,
  g,
}: {
  row: ShownChange;
  y: number;
  scale: RowScale;
  g: RowGeometry;
}) {
  const x = trackScale(scale, g);
  const [from, to] = [x(row.before + row.noise.low), x(row.before + row.noise.high)];
  const difference = row.now - row.before;
  const real = difference < row.noise.low || difference > row.noise.high;
  const fill = real ? toneFill[row.tone ?? "neutral"] : "var(--ink-faint)";
  return (
    <g data-change={real ? "real" : "noise"}>
      <rect
        x={from}
        y={y - 9}
        width={to - from}
        height="18"
        rx="3"
        fill="var(--band)"
        stroke="var(--line)"
      />
      <line x1={x(row.before)} x2={x(row.now)} y1={y} y2={y} stroke={fill} strokeWidth="3" />
      <Dot x={x(row.now)} y={y} fill={fill} />
      <Ring x={x(row.before)} y={y} r={4} />
    </g>
  );
}

function Numbers({
  row,
  placed,
  scale,
  g,
  texts,
}: {
  row: ShownChange;
  placed: PlacedChange;
  scale: RowScale;
  g: RowGeometry;
  texts: ChartTexts;
}) {
  const [before, now] = [scale.value(row.before), scale.value(row.now)];
  if (g.stacked) {
    return (
      <text x={g.width} y={placed.textY} fontSize="12" textAnchor="end" fill="var(--ink-muted)">
        <tspan>{`${texts.before} ${before}`}</tspan>
        <tspan dx="8">{texts.now}</tspan>
        <tspan dx="4" fontSize="13" fontWeight="650" fill="var(--ink)">
          {now}
        </tspan>
      </text>
    );
  }
  const y = placed.trackY + 4.5;
  return (
    <g>
      <Lines lines={[before]} x={columns.before} y={y} anchor="end" fill="var(--ink-muted)" />
      <Lines lines={[now]} x={columns.now} y={y} anchor="end" weight={650} />
    </g>
  );
}

function Row({
  placed,
  scale,
  g,
  texts,
}: Omit<ChangeDrawingProps, "rows"> & { placed: PlacedChange; g: RowGeometry }) {
  const { row, top, height, trackY, textY, meaningY, labelLines, meaningLines } = placed;
  return (
    <g>
      <line x1="0" x2={g.width} y1={top} y2={top} stroke="var(--line)" />
      {!(g.stacked && "hidden" in row) && (
        <TickLines
          scale={scale}
          g={g}
          from={g.stacked ? trackY - 12 : top}
          to={g.stacked ? trackY + 12 : top + height}
        />
      )}
      <Lines lines={labelLines} x={0} y={textY} weight={550} />
      <Lines lines={meaningLines} x={0} y={meaningY} size={12} fill="var(--ink-muted)" />
      {!("hidden" in row) && (
        <>
          <Track row={row} y={trackY} scale={scale} g={g} />
          <Numbers {...{ row, placed, scale, g, texts }} />
        </>
      )}
    </g>
  );
}

/** Words of the band, and what the two marks are. */
function Key({ g, texts, y }: { g: RowGeometry; texts: ChartTexts; y: number }) {
  return (
    <g>
      <rect
        x={g.trackStart}
        y={y - 11}
        width="22"
        height="14"
        rx="3"
        fill="var(--band)"
        stroke="var(--line)"
      />
      <Lines
        lines={wrapText(texts.noise, g.width - g.trackStart - 30, 12)}
        x={g.trackStart + 29}
        y={y}
        size={12}
        fill="var(--ink-muted)"
      />
    </g>
  );
}

/** Then and now, row by row, under the key and the axis. */
export function changePicture({ rows, scale, texts }: ChangeDrawingProps, g: RowGeometry): Picture {
  const keyLines = wrapText(texts.noise, g.width - g.trackStart - 30, 12).length;
  const axisTop = keyLines * line + 12;
  const top = axisTop + axisHeight(scale, g);
  const placed = placeChanges(rows, top, g);
  const last = placed.at(-1);
  const bottom = last ? last.top + last.height : top;
  const marks = (
    <>
      <Key g={g} texts={texts} y={13} />
      <g transform={`translate(0 ${axisTop})`}>
        <RowAxis
          scale={scale}
          g={g}
          columns={[
            { at: columns.before, word: texts.before },
            { at: columns.now, word: texts.now },
          ]}
        />
      </g>
      {placed.map((one) => (
        <Row key={one.row.key} {...{ scale, g, texts }} placed={one} />
      ))}
      <line x1="0" x2={g.width} y1={bottom} y2={bottom} stroke="var(--line)" />
    </>
  );
  return { width: g.width, height: bottom + 1, marks };
}
