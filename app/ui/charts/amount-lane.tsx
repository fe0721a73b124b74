import { Diamond, HatMark } from "./marks.tsx";
import { type Tone, toneFill } from "./tone.ts";

const ENDS = 3;
const SCALE = { low: -2, high: 2 };
/** Half a point on either side is near the right amount. */
const ZONE = 0.5;
const TICKS = [-2, -1, 1, 2];

/** Where an amount stands across a lane, in per cents. One beyond the scale is held at its end. */
function across(amount: number): number {
  const held = Math.max(SCALE.low, Math.min(SCALE.high, amount));
  return ENDS + ((held - SCALE.low) / (SCALE.high - SCALE.low)) * (100 - 2 * ENDS);
}

export interface AmountLaneProps {
  tone: Tone;
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  self?: number | undefined;
}

/** The drawing of one row: it stretches with its cell, and its figures stand beside it as text. */
export function AmountLane({ tone, value, low, high, self }: AmountLaneProps) {
  const at = (amount: number) => `${across(amount)}%`;
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
        x={at(-ZONE)}
        width={`${across(ZONE) - across(-ZONE)}%`}
        height="100%"
        fill="var(--zone)"
      />
      {TICKS.map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2="100%" stroke="var(--line)" />
      ))}
      <line x1={at(0)} x2={at(0)} y1="0" y2="100%" stroke="var(--line-strong)" />
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
