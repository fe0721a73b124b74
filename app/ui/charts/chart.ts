import type { ChangeRow } from "./change-data.ts";
import type { ChartWords, GroupRow } from "./data.ts";
import type { BalancePlane } from "./plane-data.ts";
import type { SpreadRow } from "./spread-data.ts";

/** Means of amounts, from -2 (far too little) through 0 (the right amount) to 2 (far too much). */
export interface AmountChart extends ChartWords {
  kind: "amounts";
  rows: readonly GroupRow[];
}

/** Means on an answer scale from 1 to 5, and what its ends mean. */
export interface LevelChart extends ChartWords {
  kind: "levels";
  rows: readonly GroupRow[];
  ends?: readonly [low: string, high: string];
}

/** Both amounts at once: managing across, leading up. */
export interface PlaneChart extends ChartWords, BalancePlane {
  kind: "plane";
}

/** Then and now: amounts from -2 to 2, or levels from 1 to 5. */
export interface ChangeChart extends ChartWords {
  kind: "change";
  rows: readonly ChangeRow[];
  scale: "amount" | "level";
}

/** How many people are clearly on each side of the right amount. */
export interface SpreadChart extends ChartWords {
  kind: "spread";
  rows: readonly SpreadRow[];
}

/** A chart as data: what it says and shows. `chartFigure` makes drawings and figures of it. */
export type Chart = (AmountChart | LevelChart | PlaneChart | ChangeChart | SpreadChart) & {
  /** What the two views are called here, where not "Self" and "Others". */
  names?: { self?: string; others?: string };
  /** Whom the numbers count; raters unless said. */
  counted?: "people";
};
