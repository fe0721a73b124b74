import { type Belief, beliefsFrom, chanceOfOthers, type Marginals } from "./beliefs.ts";
import type { Scale } from "./scale.ts";

/** An end of a scale. */
export type End = "low" | "high";

/**
 * Answers of a group, as counts of each point, and how often such answers are withheld as near one end and the other.
 */
type World = {
  readonly counts: readonly number[];
  readonly low: number;
  readonly high: number;
  /** Whether its mean would tell someone what all others said: the reason why anything is withheld at all. */
  readonly alike: boolean;
};

/** What becomes of a group of n raters: `null` when its figure is never shown, whatever they answered. */
export type NearEndRule = {
  /** How often (0 to 1) a mean over these answers is withheld as near an end. 1: always. */
  readonly withheld: (counts: readonly number[]) => Readonly<Record<End, number>>;
  /** Every set of answers of which anything is withheld. */
  readonly sometimes: readonly (readonly number[])[];
  /** The mean nearest to the middle that may be behind what is withheld. */
  readonly bound: Readonly<Record<End, number>>;
  /**
   * The surest anyone can be, with an answer of their own or without, that answers are alike where they are withheld.
   */
  readonly posterior: number;
} | null;

/** Nobody may be surer than this that answers are alike because they were withheld. */
export const SUREST = 0.5;

const ENDS = ["low", "high"] as const;
const keyOf = (counts: readonly number[]) => counts.join(" ");
const NONE = { low: 0, high: 0, alike: false };

/** A rater of the group by the point they gave, or a reader who is none of them. */
type Own = number | null;

const withOwn = (others: readonly number[], own: Own) =>
  own === null ? others : others.with(own, (others[own] ?? 0) + 1);

const placesOf = (counts: readonly number[]) =>
  counts.reduce((sum, count, at) => sum + count * at, 0);

/**
 * How often anything is withheld as cover: half the time if that is enough, so that it is mostly shown, and what is
 * shown has company.
 */
const AT_MOST = [0.5, 0.9, 1];
/** Rounds of adding decoys: a rule that needs more is not found, and everything is withheld. */
const ROUNDS = 40;
const SLACK = 1e-9;

class Rule {
  readonly worlds = new Map<string, World>();
  private readonly levelsMade = new Map<string, number[][][]>();
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

  /** `size` raters who all gave the point `at`, with the places of some of them changed. */
  private near(at: number, size: number, changed: readonly number[] = []): number[] {
    const counts = this.countsOf(changed);
    counts[at] = (counts[at] ?? 0) + size - changed.length;
    return counts;
  }

  /** All answers, or all but one, on the same end: a mean tells the one who differs what everyone else said. */
  private *core(): Generator<World> {
    for (const end of ENDS) {
      if (this.scale.harmless === end) continue;
      const others = this.near(this.placeOf(end), this.n - 1);
      for (let own = 0; own < this.points; own++) {
        yield { ...NONE, [end]: 1, alike: true, counts: withOwn(others, own) };
      }
    }
  }

  private worldOf(counts: readonly number[]): World {
    return this.worlds.get(keyOf(counts)) ?? { counts, ...NONE };
  }

  private placeOf(end: End): number {
    return end === "low" ? 0 : this.points - 1;
  }

  /**
   * Sets of `size` raters who differ from all having given `at` by one to three answers, by how far, the nearest first.
   */
  private levels(at: number, size: number): number[][][] {
    const key = `${at} ${size}`;
    const known = this.levelsMade.get(key);
    if (known) return known;
    const levels = new Map<number, number[][]>();
    const places = Array.from({ length: this.points }, (_, place) => place).filter((p) => p !== at);
    const add = (changed: number[], from: number) => {
      if (changed.length > 0) {
        const far = changed.reduce((sum, place) => sum + Math.abs(place - at), 0);
        const counts = this.near(at, size, changed);
        // Raters who all agree elsewhere would be no cover.
        if (Math.max(...counts) < size) levels.set(far, [...(levels.get(far) ?? []), counts]);
      }
      if (changed.length === Math.min(3, size)) return;
      for (const [index, place] of places.entries()) {
        if (index >= from) add([...changed, place], index);
      }
    };
    add([], 0);
    const made = [...levels].sort(([a], [b]) => a - b).map(([, sets]) => sets);
    this.levelsMade.set(key, made);
    return made;
  }

  /**
   * How likely the figure is withheld as near `end`, and how likely so because answers are alike: for a reader, because
   * one of the raters could tell what all others said; for a rater, because that is them.
   */
  private sureness(belief: Belief, own: Own, end: End) {
    let total = 0;
    const alike = new Map<number, number>();
    for (const world of this.worlds.values()) {
      const mine = own === null ? 1 : (world.counts[own] ?? 0);
      if (mine === 0 || world[end] === 0) continue;
      const others = own === null ? world.counts : world.counts.with(own, mine - 1);
      const mass = world[end] * chanceOfOthers(belief, own, others);
      total += mass;
      const at = own === null ? (world.alike ? 0 : -1) : others.indexOf(this.n - 1);
      if (at >= 0) alike.set(at, (alike.get(at) ?? 0) + mass);
    }
    return { alike: Math.max(0, ...alike.values()), total };
  }

  /** Withholds other answers of `own` and others as well, nearest first. False when there are not enough. */
  private addDecoys(belief: Belief, own: Own, end: End, more: number): boolean {
    let need = more;
    for (const most of AT_MOST) {
      for (const level of this.levels(this.placeOf(end), own === null ? this.n : this.n - 1)) {
        const free = level.map((others) => {
          const world = this.worldOf(withOwn(others, own));
          const left = Math.max(0, most - world.low - world.high);
          return { world, left, mass: left * chanceOfOthers(belief, own, others) };
        });
        const mass = free.reduce((sum, each) => sum + each.mass, 0);
        if (mass <= 0) continue;
        const share = Math.min(1, need / mass);
        for (const { world, left } of free) {
          const often = world[end] + share * left;
          if (left > 0) this.worlds.set(keyOf(world.counts), { ...world, [end]: often });
        }
        need -= share * mass;
        if (need <= SLACK * more) return true;
      }
    }
    return false;
  }

  private *questions(): Generator<[Belief, Own, End]> {
    const who = [null, ...Array.from({ length: this.points }, (_, at) => at)];
    for (const belief of this.beliefs)
      for (const own of who) for (const end of ENDS) yield [belief, own, end];
  }

  /**
   * Withholds the means from which someone could work out that all others agree, because every other set of answers
   * with that total is withheld. Of three raters, two one step from the end and one on it are such a case. True if
   * there were any.
   */
  private withholdTelling(): boolean {
    let found = false;
    for (let own = 0; own < this.points; own++) {
      for (let at = 0; at < this.points; at++) {
        const alike = this.near(at, this.n - 1);
        const world = this.worldOf(withOwn(alike, own));
        if (world.low + world.high >= 1 - SLACK) continue;
        const total = placesOf(alike);
        const cover = this.levels(at, this.n - 1)
          .flat()
          .some((others) => {
            const { low, high } = this.worldOf(withOwn(others, own));
            return placesOf(others) === total && low + high < 1 - SLACK;
          });
        // Nobody who differs from all others at an end that nobody minds is told anything they mind.
        if (cover || this.harmless(at)) continue;
        const end = 2 * placesOf(world.counts) < this.n * (this.points - 1) ? "low" : "high";
        const other = end === "low" ? world.high : world.low;
        this.worlds.set(keyOf(world.counts), { ...world, alike: true, [end]: 1 - other });
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
      for (const [belief, own, end] of this.questions()) {
        const { alike, total } = this.sureness(belief, own, end);
        if (alike <= SUREST * total * (1 + SLACK)) continue;
        // A little more than needed, so that the next round finds it settled.
        const more = (alike / SUREST - total) * (1 + 1e-6);
        if (!this.addDecoys(belief, own, end, more)) return false;
        changed = true;
      }
      if (!changed) return true;
    }
    return false;
  }

  posterior(): number {
    let most = 0;
    for (const [belief, own, end] of this.questions()) {
      const { alike, total } = this.sureness(belief, own, end);
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
    sometimes: [...rule.worlds.values()].map(({ counts }) => counts),
    bound: rule.bound(),
    posterior: rule.posterior(),
  };
}

const made = new WeakMap<Marginals, Map<string, NearEndRule>>();

/**
 * Which means of n raters are withheld as near an end of their scale: those whose answers are so alike that the mean
 * would give them away, always; and as many others beside them, by chance, that nobody who knows the rules, the round's
 * marginals and an answer of their own can conclude from the withholding, with more than even odds, that they are
 * alike. Where no number of others is enough (nearly everyone in the whole round gave one answer) nothing is ever
 * shown, which says nothing.
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
