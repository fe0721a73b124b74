import { Lines } from "./marks.tsx";
import { line, type RowGeometry } from "./row-layout.ts";
import { type RowScale, trackScale } from "./row-scale.ts";
import { wrapText } from "./text.ts";

export interface RowAxisProps {
  scale: RowScale;
  g: RowGeometry;
  /** Headings of the number columns beside the tracks, by where they end. */
  columns: readonly { at: number; word: string }[];
}

function wordLines({ words }: RowScale, g: RowGeometry) {
  const track = g.trackEnd - g.trackStart;
  const ends = words.middle ? 0.29 : 0.46;
  const lines = (share: number, word?: string) => (word ? wrapText(word, track * share, 12) : []);
  return {
    start: lines(ends, words.start),
    middle: lines(0.4, words.middle),
    end: lines(ends, words.end),
  };
}

/** Height of the words and numbers over the rows. */
export function axisHeight(scale: RowScale, g: RowGeometry): number {
  const { start, middle, end } = wordLines(scale, g);
  return Math.max(start.length, middle.length, end.length) * 14 + line + 10;
}

/** What the scale means, from end to end, and its numbers. */
export function RowAxis({ scale, g, columns }: RowAxisProps) {
  const x = trackScale(scale, g);
  const { start, middle, end } = wordLines(scale, g);
  const bottom = axisHeight(scale, g);
  const wordsEnd = bottom - line - 10;
  const first = (lines: readonly string[]) => wordsEnd - (lines.length - 1) * 14;
  const small = { size: 12, leading: 14, fill: "var(--ink-muted)" };
  const [low, high] = scale.domain;
  return (
    <g>
      <Lines {...small} lines={start} x={g.stacked ? 0 : g.trackStart} y={first(start)} />
      <Lines
        {...small}
        fill="var(--ink)"
        weight={500}
        lines={middle}
        x={x(scale.centre ?? (low + high) / 2)}
        y={first(middle)}
        anchor="middle"
      />
      <Lines
        {...small}
        lines={end}
        x={g.stacked ? g.width : g.trackEnd}
        y={first(end)}
        anchor="end"
      />
      {scale.ticks.map((tick) => (
        <Lines
          key={tick}
          {...small}
          fill="var(--ink-faint)"
          lines={[tick === scale.centre ? "0" : scale.value(tick).replace(/[.,]0$/, "")]}
          x={x(tick)}
          y={bottom - 10}
          anchor="middle"
        />
      ))}
      {!g.stacked &&
        columns.map(({ at, word }) => (
          <Lines
            key={word}
            {...small}
            fill="var(--ink-faint)"
            lines={[word]}
            x={at}
            y={bottom - 10}
            anchor="end"
          />
        ))}
    </g>
  );
}

/** The upright lines behind the marks, over one stretch of the drawing. */
export function TickLines({
  scale,
  g,
  from,
  to,
}: Omit<RowAxisProps, "columns"> & { from: number; to: number }) {
  const x = trackScale(scale, g);
  return scale.ticks.map((tick) => (
    <line
      key={tick}
      x1={x(tick)}
      x2={x(tick)}
      y1={from}
      y2={to}
      stroke={tick === scale.centre ? "var(--line-strong)" : "var(--line)"}
      strokeWidth={tick === scale.centre ? 1.5 : 1}
    />
  ));
}
