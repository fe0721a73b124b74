import { Diamond, HatMark } from "./marks.tsx";
import { type Tone, toneFill } from "./tone.ts";

const ENDS = 3;
/** Half a point on either side is near the middle: the right amount, on that scale. */
const ZONE = 0.5;

export interface LaneScale {
  low: number;
  centre: number;
  high: number;
}

const AMOUNTS: LaneScale = { low: -2, centre: 0, high: 2 };

/** Where a figure stands across a lane, in per cents. One beyond the scale is held at its end. */
function across(figure: number, { low, high }: LaneScale): number {
  const held = Math.max(low, Math.min(high, figure));
  return ENDS + ((held - low) / (high - low)) * (100 - 2 * ENDS);
}

/** The whole points of a scale but its centre, which has a line of its own. */
function ticksOf({ low, centre, high }: LaneScale): number[] {
  const points = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  return points.filter((point) => point !== centre);
}

export interface AmountLaneProps {
  tone: Tone;
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  self?: number | undefined;
  /** Amounts, unless said. */
  scale?: LaneScale;
}

/** The drawing of one row: it stretches with its cell, and its figures stand beside it as text. */
export function AmountLane({ tone, value, low, high, self, scale = AMOUNTS }: AmountLaneProps) {
  const at = (figure: number) => `${across(figure, scale)}%`;
  const { centre } = scale;
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width="100%"
      height="100%"
      direction="ltr"
      className="block overflow-visible"
    >
      <rect
        x={at(centre - ZONE)}
        width={`${across(centre + ZONE, scale) - across(centre - ZONE, scale)}%`}
        height="100%"
        fill="var(--zone)"
      />
      {ticksOf(scale).map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2="100%" stroke="var(--line)" />
      ))}
      <line x1={at(centre)} x2={at(centre)} y1="0" y2="100%" stroke="var(--line-strong)" />
      {low !== undefined && high !== undefined && (
        <line
          x1={at(low)}
          x2={at(high)}
          y1="50%"
          y2="50%"
          stroke={toneFill[tone]}
          strokeWidth="3"
          strokeLinecap="round"
        />
      )}
      {self !== undefined && (
        <svg x={at(self)} y="50%" className="overflow-visible" aria-hidden="true">
          <Diamond x={0} y={0} r={7} />
        </svg>
      )}
      {value !== undefined && (
        <svg x={at(value)} y="50%" className="overflow-visible" aria-hidden="true">
          <HatMark x={0} y={0} tone={tone} />
        </svg>
      )}
    </svg>
  );
}
