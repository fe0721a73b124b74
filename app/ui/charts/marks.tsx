import { type Tone, toneFill } from "./tone.ts";

export interface MarkPlace {
  x: number;
  y: number;
}

/** Others' mean: a filled dot. */
export function Dot({ x, y, fill, r = 5.5 }: MarkPlace & { fill: string; r?: number }) {
  return <circle cx={x} cy={y} r={r} fill={fill} />;
}

/** A mean of one hat, told by its shape as well: managing is a square, leading a circle, neither a smaller circle. */
export function HatMark({ x, y, tone }: MarkPlace & { tone: Tone }) {
  if (tone === "managing")
    return <rect x={x - 5} y={y - 5} width="10" height="10" rx="2" fill={toneFill[tone]} />;
  return <circle cx={x} cy={y} r={tone === "leading" ? 5.5 : 5} fill={toneFill[tone]} />;
}

/** The self-rating: a hollow diamond, wide enough for a dot to be seen through it. */
export function Diamond({ x, y, r = 8 }: MarkPlace & { r?: number }) {
  return (
    <path
      d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`}
      fill="none"
      stroke="var(--ink)"
      strokeWidth="1.75"
      strokeLinejoin="round"
    />
  );
}

/** An earlier figure: a small hollow circle. */
export function Ring({ x, y, r = 4.5 }: MarkPlace & { r?: number }) {
  return (
    <circle
      cx={x}
      cy={y}
      r={r}
      fill="var(--surface)"
      stroke="var(--ink-faint)"
      strokeWidth="1.75"
    />
  );
}

/** The likely interval: a bar from its low to its high end. */
export function Interval({
  from,
  to,
  y,
  fill,
}: {
  from: number;
  to: number;
  y: number;
  fill: string;
}) {
  return (
    <line x1={from} x2={to} y1={y} y2={y} stroke={fill} strokeWidth="3" strokeLinecap="round" />
  );
}

export interface LinesProps {
  lines: readonly string[];
  x: number;
  /** Baseline of the first line. */
  y: number;
  size?: number;
  leading?: number;
  anchor?: "start" | "middle" | "end";
  fill?: string;
  weight?: number;
  /** Keeps the words clear of lines behind them. */
  halo?: boolean;
}

/** Text over one or more lines; right-to-left words keep their order. */
export function Lines({
  lines,
  x,
  y,
  size = 13,
  leading = 16,
  anchor = "start",
  fill = "var(--ink)",
  weight = 400,
  halo = false,
}: LinesProps) {
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      textAnchor={anchor}
      fill={fill}
      fontWeight={weight}
      unicodeBidi="plaintext"
      {...(halo && {
        stroke: "var(--surface)",
        strokeWidth: 3,
        strokeLinejoin: "round",
        paintOrder: "stroke",
      })}
    >
      {lines.map((line, index) => (
        <tspan key={index} x={x} dy={index === 0 ? 0 : leading}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
