import type { ChartWords, GroupRow } from "./data.ts";
import { RowChart } from "./row-chart.tsx";
import type { ChartTexts } from "./texts.ts";

export interface DotIntervalProps extends ChartWords {
  /** Values within `low` to `high`. */
  rows: readonly GroupRow[];
  texts: ChartTexts;
  /** Ends of the answer scale in whole steps, 1 to 5 unless given. */
  low?: number;
  high?: number;
  /** What the ends of the scale mean. */
  ends?: readonly [low: string, high: string];
}

/** Means on an answer scale: a dot and its likely interval per group, number and raters beside it. */
export function DotInterval({ texts, low = 1, high = 5, ends, ...rest }: DotIntervalProps) {
  return (
    <RowChart
      {...rest}
      texts={texts}
      scale={{
        domain: [low, high],
        ticks: Array.from({ length: high - low + 1 }, (_, step) => low + step),
        words: ends ? { start: ends[0], end: ends[1] } : {},
        value: texts.level,
      }}
    />
  );
}
