import type { DisclosurePolicy } from "../policy.ts";
import { hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";
import type { CombinedFigure, Shares } from "./types.ts";

/** A part as it is shown: everything a combined figure may know about it. */
export type Part = {
  readonly n: number;
  readonly mean: number;
  /** How far the mean may be off. */
  readonly within: number;
  readonly sd: number | null;
  readonly shares: Shares | null;
};

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const none = (values: readonly unknown[]) => values.some((value) => value === null);

/**
 * Combines shown parts, each counting once. Only shown, rounded figures come in, so nothing more
 * can come out. `of` is how many parts there would be if none were hidden.
 */
export function combine(
  parts: readonly Part[],
  of: number,
  policy: DisclosurePolicy,
): CombinedFigure {
  if (parts.length === 0 || parts.length < of * policy.minimumShareOfParts) {
    return hidden("hidden-few-parts");
  }
  const sds = parts.map((part) => part.sd);
  const shares = parts.map((part) => part.shares);
  const share = (pick: (shares: Shares) => number) =>
    roundTo(
      meanOf(shares.flatMap((s) => (s === null ? [] : [pick(s)]))),
      Math.max(2, policy.precision),
    );
  return {
    shown: true,
    n: Math.min(...parts.map((part) => part.n)),
    mean: roundTo(meanOf(parts.map((part) => part.mean)), policy.precision),
    within: roundTo(meanOf(parts.map((part) => part.within)), policy.precision),
    parts: { shown: parts.length, of },
    sdAtMost: none(sds) ? null : roundTo(meanOf(sds.flatMap((sd) => sd ?? [])), policy.precision),
    shares: none(shares)
      ? null
      : { under: share((s) => s.under), right: share((s) => s.right), over: share((s) => s.over) },
  };
}
