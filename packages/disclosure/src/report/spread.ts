import { roundTo } from "../round-to.ts";
import { countPoints } from "./alike.ts";
import type { Scale, Shares, Spread } from "./types.ts";

function sharesOf(values: readonly number[], centre: number, decimals: number): Shares {
  const share = (test: (value: number) => boolean) =>
    roundTo(values.filter(test).length / values.length, decimals);
  return {
    under: share((value) => value < centre),
    right: share((value) => value === centre),
    over: share((value) => value > centre),
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
  const sorted = Object.freeze([...values].sort((a, b) => a - b));
  return {
    shown: true,
    sd: roundTo(Math.sqrt(squares / (values.length - 1)), decimals),
    counts: countPoints(values, scale),
    shares:
      scale.centre === undefined ? null : sharesOf(values, scale.centre, Math.max(2, decimals)),
    detail: summarise === undefined ? null : summarise(sorted),
  };
}
