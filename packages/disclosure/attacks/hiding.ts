import { beliefsFrom, chanceOfOthers, type Marginals } from "../src/cover/beliefs.ts";
import { nearEndRule } from "../src/cover/near-end.ts";
import type { Scale } from "../src/cover/scale.ts";
import type { Chance } from "./chance.ts";

/** How often a mean over these answers (counts of each point) is withheld as near one end. */
type Withholding = (counts: readonly number[]) => number;

/** What reading hidden figures gave away. */
export type HidingOutcome = {
  /** Figures that were withheld although enough had answered, and those of them where all others of someone agreed. */
  readonly withheld: number;
  readonly alike: number;
  /** Raters who could conclude, with better than even odds, that all others of their group gave the same answer: and were right. */
  readonly told: number;
  /** The surest of them. */
  readonly surest: number;
};

const scale: Scale = { low: 1, high: 5 };
const SIZES = [3, 4, 5, 6];
const SURE = 0.5 + 1e-6;

/** Yesterday's rule: what is alike is hidden, and nothing else. */
const hideAlike: Withholding = (counts) => {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return (counts.at(-1) ?? 0) >= n - 1 ? 1 : 0;
};

function others(n: number, points: number): number[][] {
  if (points === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) =>
    others(n - first, points - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/** How sure someone who gave `own` may be, by the better of two beliefs, that all others agree, seeing that it was withheld. */
function sureness(rule: Withholding, n: number, marginals: Marginals, own: number): number {
  const worlds = others(n - 1, marginals.length);
  return Math.max(
    ...beliefsFrom(marginals).map((belief) => {
      let total = 0;
      const alike = new Map<number, number>();
      for (const world of worlds) {
        const seen = rule(world.with(own, (world[own] ?? 0) + 1));
        if (seen === 0) continue;
        const mass = seen * chanceOfOthers(belief, own, world);
        total += mass;
        const at = world.indexOf(n - 1);
        if (at >= 0) alike.set(at, mass);
      }
      return total === 0 ? 0 : Math.max(0, ...alike.values()) / total;
    }),
  );
}

function drawFrom(draw: Chance, shares: Marginals): number {
  let left = draw.below(1e6) / 1e6;
  for (const [at, share] of shares.entries()) {
    left -= share;
    if (left < 0) return at;
  }
  return shares.length - 1;
}

/** Rounds of groups near the top of a scale, and what each rater makes of what is hidden. */
export function readHiding(draw: Chance, groups: number, rules: "ours" | "plain"): HidingOutcome {
  const marginals: Marginals = draw.pick([
    [0.02, 0.05, 0.18, 0.45, 0.3],
    [0.03, 0.07, 0.25, 0.4, 0.25],
  ]);
  const sure = new Map<string, number>();
  let [withheld, alike, told, surest] = [0, 0, 0, 0];
  for (let at = 0; at < groups; at++) {
    const n = draw.pick(SIZES);
    const rule = nearEndRule(n, scale, marginals);
    const hides: Withholding =
      rules === "plain" ? hideAlike : (counts) => rule?.withheld(counts).high ?? 1;
    const lean = draw.below(4);
    const shares = lean === 0 ? [0, 0.02, 0.08, 0.3, 0.6] : marginals;
    const places = Array.from({ length: n }, () => drawFrom(draw, shares));
    const counts = marginals.map((_, place) => places.filter((each) => each === place).length);
    if (!draw.happens(hides(counts))) continue;
    withheld++;
    let any = false;
    for (const own of new Set(places)) {
      const key = `${n} ${own}`;
      const known = sure.get(key) ?? sureness(hides, n, marginals, own);
      sure.set(key, known);
      const rest = counts.with(own, (counts[own] ?? 0) - 1);
      if (!rest.includes(n - 1)) continue;
      any = true;
      if (known > SURE) told += counts[own] ?? 0;
      surest = Math.max(surest, known);
    }
    if (any) alike++;
  }
  return { withheld, alike, told, surest };
}
