import { Lines } from "./marks.tsx";
import type { BalancePlane } from "./plane-data.ts";
import type { Box } from "./plane-layout.ts";
import { wrapText } from "./text.ts";
import type { ChartTexts } from "./texts.ts";

const gap = 8;

/** Lines the words of one axis need under half of a side. */
function wordRows({ tooLittle, tooMuch }: AxisWords, half: number): string[][] {
  return [tooLittle, tooMuch].map((word) => wrapText(word, half * 0.94, 12));
}

/** The square of the plane within a drawing of some width, and the height of the whole. */
export function planeBox(
  width: number,
  axes: PlaneAxesProps["axes"],
): { frame: Box; height: number } {
  const guess = (width - 60) / 2;
  const rows = (words: AxisWords) =>
    Math.max(...wordRows(words, guess).map((lines) => lines.length));
  const left = 28 + rows(axes.leading) * 14;
  const side = width - left - gap;
  return {
    frame: { x: left, y: gap, width: side, height: side },
    height: gap + side + 30 + rows(axes.managing) * 14,
  };
}

type AxisWords = BalancePlane["axes"]["managing"];

export interface PlaneAxesProps {
  width: number;
  axes: BalancePlane["axes"];
  texts: ChartTexts;
  x: (managing: number) => number;
  y: (leading: number) => number;
}

const ticks = [-2, -1, 0, 1, 2];
const tickText = { size: 12, fill: "var(--ink-faint)", anchor: "middle" } as const;

interface SideProps {
  half: number;
  texts: ChartTexts;
  words: AxisWords;
  fill: string;
  /** Baselines: of the numbers, and of the first of some lines of words. */
  tickY: number;
  wordY: (lines: number) => number;
}

/** Numbers and words along one side, each word beside its half. */
function Side({ half, texts, words, fill, tickY, wordY }: SideProps) {
  return (
    <g>
      {ticks.map((tick) => (
        <Lines
          key={tick}
          {...tickText}
          lines={[tick === 0 ? texts.rightAmountShort : texts.amount(tick).replace(/[.,]0$/, "")]}
          fill={tick === 0 ? "var(--ink)" : tickText.fill}
          anchor={tick === -2 ? "start" : tick === 2 ? "end" : "middle"}
          x={half * (tick / 2)}
          y={tickY}
        />
      ))}
      {wordRows(words, half).map((lines, index) => (
        <Lines
          key={lines.join(" ")}
          lines={lines}
          size={12}
          leading={14}
          anchor="middle"
          weight={550}
          fill={fill}
          x={half * (index - 0.5)}
          y={wordY(lines.length)}
        />
      ))}
    </g>
  );
}

/** Frame, grid and words of the plane; the two lines through the right amount are the strong ones. */
export function PlaneAxes({ width, axes, texts, x, y }: PlaneAxesProps) {
  const { frame } = planeBox(width, axes);
  const [right, floor] = [frame.x + frame.width, frame.y + frame.height];
  const half = frame.width / 2;
  return (
    <g>
      <rect {...frame} fill="var(--surface)" stroke="var(--line)" />
      {[...ticks]
        .sort((a, b) => Math.abs(b) - Math.abs(a))
        .map((tick) => (
          <g
            key={tick}
            stroke={tick === 0 ? "var(--line-strong)" : "var(--line)"}
            strokeWidth={tick === 0 ? 1.5 : 1}
          >
            <line x1={x(tick)} x2={x(tick)} y1={frame.y} y2={floor} />
            <line x1={frame.x} x2={right} y1={y(tick)} y2={y(tick)} />
          </g>
        ))}
      <g transform={`translate(${x(0)} ${floor})`}>
        <Side
          {...{ half, texts }}
          words={axes.managing}
          fill="var(--managing-text)"
          tickY={17}
          wordY={() => 35}
        />
      </g>
      <g transform={`translate(${frame.x} ${y(0)}) rotate(-90)`}>
        <Side
          {...{ half, texts }}
          words={axes.leading}
          fill="var(--leading-text)"
          tickY={-8}
          wordY={(lines) => -26 - (lines - 1) * 14}
        />
      </g>
    </g>
  );
}
