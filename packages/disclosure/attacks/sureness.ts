import { beliefsFrom, chanceOfOthers, type Marginals } from "../src/cover/beliefs.ts";
import type { Chance } from "./chance.ts";

/** How often something is withheld over these answers (counts of each point), and looks as what is looked at. */
export type Withholding = (counts: readonly number[]) => number;

/** What reading hidden figures gave away. */
export type HidingOutcome = {
  /** Figures that were withheld although enough had answered, and those of them where all others of someone agreed. */
  readonly withheld: number;
  readonly alike: number;
  /**
   * Raters who could conclude, with better than even odds, that all others of their group gave the same answer: and
   * were right.
   */
  readonly told: number;
  /** The surest of them. */
  readonly surest: number;
};

/** Nothing withheld yet. */
export const nothingRead: HidingOutcome = { withheld: 0, alike: 0, told: 0, surest: 0 };

/** Rounds whose answers lie towards the top of a scale from 1 to 5. */
export const highRounds: readonly Marginals[] = [
  [0.02, 0.05, 0.18, 0.45, 0.3],
  [0.03, 0.07, 0.25, 0.4, 0.25],
];

const SURE = 0.5 + 1e-6;

function others(n: number, points: number): number[][] {
  if (points === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) =>
    others(n - first, points - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/**
 * How sure someone who gave `own` may be, by the better of two beliefs, that all others agree, seeing that it was
 * withheld.
 */
export function sureness(hides: Withholding, n: number, marginals: Marginals, own: number): number {
  const worlds = others(n - 1, marginals.length);
  return Math.max(
    ...beliefsFrom(marginals).map((belief) => {
      let total = 0;
      const alike = new Map<number, number>();
      for (const world of worlds) {
        const seen = hides(world.with(own, (world[own] ?? 0) + 1));
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

/** One place by these shares. */
export function drawFrom(draw: Chance, shares: Marginals): number {
  let left = draw.below(1e6) / 1e6;
  for (const [at, share] of shares.entries()) {
    left -= share;
    if (left < 0) return at;
  }
  return shares.length - 1;
}

/**
 * What everyone of a group whose figure is withheld makes of it; `known` keeps what was worked out, by n, own answer
 * and `look`.
 */
export function readWithheld(
  { withheld, alike, told, surest }: HidingOutcome,
  { counts, marginals, hides, look }: WithheldGroup,
  known: Map<string, number>,
): HidingOutcome {
  const n = counts.reduce((sum, count) => sum + count, 0);
  let [more, most, any] = [0, surest, false];
  for (const [own, many] of counts.entries()) {
    if (many === 0 || !counts.with(own, many - 1).includes(n - 1)) continue;
    any = true;
    const key = `${n} ${own} ${look}`;
    const sure = known.get(key) ?? sureness(hides, n, marginals, own);
    known.set(key, sure);
    if (sure > SURE) more += many;
    most = Math.max(most, sure);
  }
  return { withheld: withheld + 1, alike: alike + (any ? 1 : 0), told: told + more, surest: most };
}

/** Answers whose figure is withheld, what was known beforehand, the rule, and what the withholding looks like. */
type WithheldGroup = {
  readonly counts: readonly number[];
  readonly marginals: Marginals;
  readonly hides: Withholding;
  readonly look: string;
};

/** Answers of n people (counts of each point), one in four groups leaning far to the top. */
export function drawGroup(draw: Chance, n: number, marginals: Marginals): number[] {
  const shares = draw.below(4) === 0 ? [0, 0.02, 0.08, 0.3, 0.6] : marginals;
  const places = Array.from({ length: n }, () => drawFrom(draw, shares));
  return marginals.map((_, place) => places.filter((each) => each === place).length);
}
