import { countPoints } from "../cover/count-points.ts";
import type { Scale } from "../cover/scale.ts";
import { roundTo } from "../round-to.ts";
import type { Shares, Spread } from "./types.ts";

function sharesOf(counts: readonly number[], n: number, at: number, decimals: number): Shares {
  const share = (part: readonly number[]) =>
    roundTo(part.reduce((sum, count) => sum + count, 0) / n, decimals);
  return {
    under: share(counts.slice(0, at)),
    right: share(counts.slice(at, at + 1)),
    over: share(counts.slice(at + 1)),
  };
}

/** The spread of values that may be shown. Shares keep at least two decimals (whole per cents). */
export function spreadOf<S>(
  values: readonly number[],
  scale: Scale,
  decimals: number,
  summarise: ((values: readonly number[]) => S) | undefined,
): Spread<S> {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const counts = countPoints(values, scale);
  const { centre } = scale;
  const places = Math.max(2, decimals);
  return {
    shown: true,
    sd: roundTo(Math.sqrt(squares / (values.length - 1)), decimals),
    counts,
    shares:
      centre === undefined ? null : sharesOf(counts, values.length, centre - scale.low, places),
    detail:
      summarise === undefined ? null : summarise(Object.freeze(values.toSorted((a, b) => a - b))),
  };
}
