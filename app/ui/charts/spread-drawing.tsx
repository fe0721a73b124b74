import type { Picture } from "./figure.tsx";
import { Lines } from "./marks.tsx";
import { line } from "./row-layout.ts";
import { type Side, type SpreadRow, together } from "./spread-data.ts";
import { textWidth, wrapText } from "./text.ts";
import type { ChartTexts } from "./texts.ts";
import { toneFill } from "./tone.ts";

/** Where the three sides stand, in units of the drawing. Too little ends where the middle begins, and grows left. */
export interface SpreadGeometry {
  width: number;
  labelWidth: number;
  /** The middle, in which the right amount is shaded. */
  from: number;
  to: number;
  /** How far a side may reach beyond the middle, its number included. */
  reach: number;
  /** On phones the words stand over the bars, not beside them. */
  stacked: boolean;
}

export const wideSpread: SpreadGeometry = {
  ...{ width: 720, labelWidth: 190, from: 356, to: 490, reach: 150, stacked: false },
};
export const narrowSpread: SpreadGeometry = {
  ...{ width: 340, labelWidth: 230, from: 120, to: 218, reach: 118, stacked: true },
};

const BAR = 18;
const GAP = 7;
/** Room for a number beside a bar. */
const NUMBER = 26;

interface Placed {
  row: SpreadRow;
  labelLines: string[];
  top: number;
  height: number;
  barY: number;
  textY: number;
}

function placeRows(rows: readonly SpreadRow[], start: number, g: SpreadGeometry): Placed[] {
  let top = start;
  return rows.map((row, index) => {
    const gap = row.strong && index > 0 ? 14 : 0;
    const labelLines = wrapText(row.label, g.labelWidth, 13);
    const words = labelLines.length * line;
    const height = (g.stacked ? words + BAR + 20 : Math.max(words, BAR) + 16) + gap;
    const middle = top + gap + (height - gap) / 2;
    const placed = {
      ...{ row, labelLines, top: top + gap, height: height - gap },
      barY: g.stacked ? top + gap + words + 10 : middle - BAR / 2,
      textY: g.stacked ? top + gap + 17 : middle - words / 2 + 12,
    };
    top += height;
    return placed;
  });
}

/** Units of the drawing for a person: the same on every side, so that bars can be compared. */
function unitOf(rows: readonly SpreadRow[], g: SpreadGeometry): number {
  const most = (side: Side) => Math.max(1, ...rows.map(({ counts }) => counts[side] ?? 0));
  const beside = (g.reach - NUMBER) / Math.max(most("little"), most("much"));
  return Math.min(beside, (g.to - g.from - 12) / most("right"));
}

type BarsProps = { placed: Placed; unit: number; g: SpreadGeometry };

function Bars({ placed: { row, barY }, unit, g }: BarsProps) {
  const { little, right, much } = row.counts;
  const tone = toneFill[row.tone ?? "neutral"];
  const numberY = barY + BAR / 2 + 4.5;
  const middle = (g.from + g.to) / 2;
  const number = (count: number, x: number, anchor: "start" | "middle" | "end") => (
    <Lines lines={[String(count)]} x={x} y={numberY} anchor={anchor} weight={650} />
  );
  const start = g.from - GAP;
  const end = g.to + GAP;
  return (
    <g data-spread={row.key}>
      {little === null ? (
        <Unknown x={start - BAR * 1.5} y={barY} />
      ) : (
        <>
          <rect
            x={start - little * unit}
            y={barY + 0.75}
            width={Math.max(0.5, little * unit)}
            height={BAR - 1.5}
            rx="2"
            fill="var(--surface)"
            stroke={tone}
            strokeWidth="1.5"
          />
          {number(little, start - little * unit - 6, "end")}
        </>
      )}
      {right === null ? (
        <Unknown x={middle - BAR * 0.75} y={barY} />
      ) : (
        <>
          <rect
            x={middle - (right * unit) / 2}
            y={barY}
            width={Math.max(0.5, right * unit)}
            height={BAR}
            rx="2"
            fill="var(--line-strong)"
          />
          {number(right, middle, "middle")}
        </>
      )}
      {much === null ? (
        <Unknown x={end} y={barY} />
      ) : (
        <>
          <rect
            x={end}
            y={barY}
            width={Math.max(0.5, much * unit)}
            height={BAR}
            rx="2"
            fill={tone}
          />
          {number(much, end + much * unit + 6, "start")}
        </>
      )}
    </g>
  );
}

/** A count that is not shown. */
function Unknown({ x, y }: { x: number; y: number }) {
  return (
    <rect
      x={x}
      y={y + 0.5}
      width={BAR * 1.5}
      height={BAR - 1}
      rx="2"
      fill="none"
      stroke="var(--ink-faint)"
      strokeDasharray="3 3"
    />
  );
}

function lastWords(row: SpreadRow, texts: ChartTexts): string {
  const rest = together(row);
  if (row.of === null) return texts.notShown;
  return rest > 0 ? texts.countTogether(rest) : String(row.counts.unclear ?? "");
}

function Row({ placed, unit, g, texts }: BarsProps & { texts: ChartTexts }) {
  const { row, top, labelLines, textY, barY } = placed;
  return (
    <g>
      <line x1="0" x2={g.width} y1={top} y2={top} stroke="var(--line)" />
      <Lines lines={labelLines} x={0} y={textY} weight={row.strong ? 650 : 450} />
      {row.of !== null && <Bars placed={placed} unit={unit} g={g} />}
      <Lines
        lines={[lastWords(row, texts)]}
        x={g.width}
        y={g.stacked ? textY : barY + BAR / 2 + 4.5}
        size={12}
        anchor="end"
        fill="var(--ink-muted)"
      />
    </g>
  );
}

/** Rows under the names of the sides; the middle is shaded from top to bottom. */
export function spreadPicture(
  rows: readonly SpreadRow[],
  texts: ChartTexts,
  g: SpreadGeometry,
): Picture {
  const top = 26;
  const placed = placeRows(rows, top, g);
  const last = placed.at(-1);
  const bottom = last ? last.top + last.height : top;
  const unit = unitOf(rows, g);
  const head = (words: string, x: number, anchor: "start" | "middle" | "end", weight = 400) => (
    <Lines
      lines={[words]}
      x={x}
      y={16}
      size={12}
      anchor={anchor}
      weight={weight}
      fill={weight > 400 ? "var(--ink)" : "var(--ink-muted)"}
    />
  );
  const room = g.width - g.to - GAP - textWidth(texts.tooMuch, 12) - 12;
  const marks = (
    <>
      <rect x={g.from} y="0" width={g.to - g.from} height={bottom} fill="var(--band)" rx="3" />
      {head(texts.tooLittle, g.from - GAP, "end")}
      {head(texts.aboutRight, (g.from + g.to) / 2, "middle", 650)}
      {head(texts.tooMuch, g.to + GAP, "start")}
      {textWidth(texts.cantTell, 12) < room && head(texts.cantTell, g.width, "end")}
      {placed.map((one) => (
        <Row key={one.row.key} placed={one} unit={unit} g={g} texts={texts} />
      ))}
      <line x1="0" x2={g.width} y1={bottom} y2={bottom} stroke="var(--line)" />
    </>
  );
  return { width: g.width, height: bottom + 1, marks };
}
