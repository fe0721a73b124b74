import { type Belief, beliefsFrom, chanceOfOthers, type Marginals } from "./beliefs.ts";
import type { Scale } from "./types.ts";

/** An end of a scale. */
export type End = "low" | "high";

/** Answers of a group, as counts of each point, and how often such answers are withheld as near one end and the other. */
type World = { readonly counts: readonly number[]; readonly low: number; readonly high: number };

/** What becomes of a group of n raters: `null` when its figure is never shown, whatever they answered. */
export type NearEndRule = {
  /** How often (0 to 1) a mean over these answers is withheld as near an end. 1: always. */
  readonly withheld: (counts: readonly number[]) => Readonly<Record<End, number>>;
  /** The mean nearest to the middle that may be behind what is withheld. */
  readonly bound: Readonly<Record<End, number>>;
  /** The surest anyone with an answer of their own can be that all others gave the same, where it is withheld. */
  readonly posterior: number;
} | null;

/** Nobody may be surer than this that all others gave the same answer because it was withheld. */
export const SUREST = 0.5;

const ENDS = ["low", "high"] as const;
const keyOf = (counts: readonly number[]) => counts.join(" ");
const NONE = { low: 0, high: 0 };

const withOwn = (others: readonly number[], own: number) =>
  others.with(own, (others[own] ?? 0) + 1);

const placesOf = (counts: readonly number[]) =>
  counts.reduce((sum, count, at) => sum + count * at, 0);

/** Rounds of adding decoys: a rule that needs more is not found, and everything is withheld. */
const ROUNDS = 40;
const SLACK = 1e-9;

class Rule {
  readonly worlds = new Map<string, World>();
  readonly beliefs: readonly Belief[];
  readonly points: number;
  readonly n: number;
  readonly scale: Scale;

  constructor(n: number, scale: Scale, marginals: Marginals) {
    this.n = n;
    this.scale = scale;
    this.beliefs = beliefsFrom(marginals);
    this.points = scale.high - scale.low + 1;
    for (const world of this.core()) this.worlds.set(keyOf(world.counts), world);
  }

  private countsOf(places: readonly number[]): number[] {
    const counts = new Array<number>(this.points).fill(0);
    for (const at of places) counts[at] = (counts[at] ?? 0) + 1;
    return counts;
  }

  /** Others who all gave the point `at`, with the places of some of them changed. */
  private others(at: number, changed: readonly number[]): number[] {
    const counts = this.countsOf(changed);
    counts[at] = (counts[at] ?? 0) + this.n - 1 - changed.length;
    return counts;
  }

  /** All answers, or all but one, on the same end: a mean tells the one who differs what everyone else said. */
  private *core(): Generator<World> {
    for (const end of ENDS) {
      if (this.scale.harmless === end) continue;
      const others = this.others(end === "low" ? 0 : this.points - 1, []);
      for (let own = 0; own < this.points; own++) {
        yield { ...NONE, [end]: 1, counts: withOwn(others, own) };
      }
    }
  }

  private worldOf(counts: readonly number[]): World {
    return this.worlds.get(keyOf(counts)) ?? { counts, ...NONE };
  }

  /** Sets of others who differ from all having given `at` by one to three answers, by how far, the nearest first. */
  private *levels(at: number): Generator<number[][]> {
    const levels = new Map<number, number[][]>();
    const places = Array.from({ length: this.points }, (_, place) => place).filter((p) => p !== at);
    const add = (changed: number[], from: number) => {
      if (changed.length > 0) {
        const far = changed.reduce((sum, place) => sum + Math.abs(place - at), 0);
        const others = this.others(at, changed);
        // Others who all agree elsewhere would be no cover.
        if (Math.max(...others) < this.n - 1) levels.set(far, [...(levels.get(far) ?? []), others]);
      }
      if (changed.length === Math.min(3, this.n - 1)) return;
      for (const [index, place] of places.entries()) {
        if (index >= from) add([...changed, place], index);
      }
    };
    add([], 0);
    for (const far of [...levels.keys()].sort((a, b) => a - b)) yield levels.get(far) ?? [];
  }

  /** How likely someone who gave `own` thinks it that their group's figure is withheld as near `end`. */
  private chanceWithheld(belief: Belief, own: number, end: End): number {
    let total = 0;
    for (const world of this.worlds.values()) {
      const mine = world.counts[own] ?? 0;
      if (mine === 0 || world[end] === 0) continue;
      total += world[end] * chanceOfOthers(belief, own, world.counts.with(own, mine - 1));
    }
    return total;
  }

  /** How much more must be withheld so that someone who gave `own` can't be too sure that all others gave `at`. */
  private sureness(belief: Belief, own: number, at: number, end: End) {
    const others = this.others(at, []);
    const world = this.worldOf(withOwn(others, own));
    const alike = world[end] * chanceOfOthers(belief, own, others);
    return { alike, total: alike === 0 ? 0 : this.chanceWithheld(belief, own, end) };
  }

  /** Withholds other answers of `own` and others as well, nearest first. False when there are not enough. */
  private addDecoys(belief: Belief, own: number, at: number, end: End, more: number): boolean {
    let need = more;
    for (const level of this.levels(at)) {
      const free = level.map((others) => {
        const world = this.worldOf(withOwn(others, own));
        const left = 1 - world.low - world.high;
        return { world, left, mass: left * chanceOfOthers(belief, own, others) };
      });
      const mass = free.reduce((sum, each) => sum + each.mass, 0);
      if (mass <= 0) continue;
      const share = Math.min(1, need / mass);
      for (const { world, left } of free) {
        if (left > 0)
          this.worlds.set(keyOf(world.counts), { ...world, [end]: world[end] + share * left });
      }
      need -= share * mass;
      if (need <= SLACK * more) return true;
    }
    return false;
  }

  private *questions(): Generator<[Belief, number, number, End]> {
    for (const belief of this.beliefs)
      for (let own = 0; own < this.points; own++)
        for (let at = 0; at < this.points; at++) for (const end of ENDS) yield [belief, own, at, end];
  }

  /**
   * Withholds the means from which someone could work out that all others agree, because every other set of answers with that
   * total is withheld. Of three raters, two one step from the end and one on it are such a case. True if there were any.
   */
  private withholdTelling(): boolean {
    let found = false;
    for (let own = 0; own < this.points; own++) {
      for (let at = 0; at < this.points; at++) {
        const alike = this.others(at, []);
        const world = this.worldOf(withOwn(alike, own));
        if (world.low + world.high >= 1 - SLACK) continue;
        const total = placesOf(alike);
        const cover = [...this.levels(at)].flat().some((others) => {
          const { low, high } = this.worldOf(withOwn(others, own));
          return placesOf(others) === total && low + high < 1 - SLACK;
        });
        // Nobody who differs from all others at an end that nobody minds is told anything they mind.
        if (cover || this.harmless(at)) continue;
        const end = 2 * placesOf(world.counts) < this.n * (this.points - 1) ? "low" : "high";
        const other = end === "low" ? world.high : world.low;
        this.worlds.set(keyOf(world.counts), { ...world, [end]: 1 - other });
        found = true;
      }
    }
    return found;
  }

  private harmless(at: number): boolean {
    const { harmless } = this.scale;
    return harmless !== undefined && at === (harmless === "low" ? 0 : this.points - 1);
  }

  /** Adds decoys until nobody can be too sure. False when no amount of them is enough. */
  settle(): boolean {
    for (let round = 0; round < ROUNDS; round++) {
      let changed = this.withholdTelling();
      for (const [belief, own, at, end] of this.questions()) {
        const { alike, total } = this.sureness(belief, own, at, end);
        if (alike <= SUREST * total * (1 + SLACK)) continue;
        // A little more than needed, so that the next round finds it settled.
        const more = (alike / SUREST - total) * (1 + 1e-6);
        if (!this.addDecoys(belief, own, at, end, more)) return false;
        changed = true;
      }
      if (!changed) return true;
    }
    return false;
  }

  posterior(): number {
    let most = 0;
    for (const [belief, own, at, end] of this.questions()) {
      const { alike, total } = this.sureness(belief, own, at, end);
      if (alike > 0) most = Math.max(most, alike / total);
    }
    return most;
  }

  bound(): Record<End, number> {
    const { low, high } = this.scale;
    const bound = { low, high };
    for (const { counts, ...world } of this.worlds.values()) {
      const mean = low + placesOf(counts) / this.n;
      if (world.low > 0) bound.low = Math.max(bound.low, mean);
      if (world.high > 0) bound.high = Math.min(bound.high, mean);
    }
    return bound;
  }
}

function makeRule(n: number, scale: Scale, marginals: Marginals): NearEndRule {
  const rule = new Rule(n, scale, marginals);
  if (!rule.settle()) return null;
  return {
    withheld: (counts) => rule.worlds.get(keyOf(counts)) ?? NONE,
    bound: rule.bound(),
    posterior: rule.posterior(),
  };
}

const made = new WeakMap<Marginals, Map<string, NearEndRule>>();

/**
 * Which means of n raters are withheld as near an end of their scale: those whose answers are so alike that the mean would
 * give them away, always; and as many others beside them, by chance, that nobody who knows the rules, the round's marginals
 * and an answer of their own can conclude from the withholding, with more than even odds, that all others agree. Where no
 * number of others is enough (nearly everyone in the whole round gave one answer) nothing is ever shown, which says nothing.
 */
export function nearEndRule(n: number, scale: Scale, marginals: Marginals): NearEndRule {
  const rules = made.get(marginals) ?? new Map<string, NearEndRule>();
  made.set(marginals, rules);
  const key = `${n} ${scale.low} ${scale.high} ${scale.harmless ?? ""}`;
  const known = rules.get(key);
  if (known !== undefined) return known;
  const rule = makeRule(n, scale, marginals);
  rules.set(key, rule);
  return rule;
}
