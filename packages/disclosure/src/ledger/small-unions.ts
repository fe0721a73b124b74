import { countSets } from "./count-sets.ts";
import { minus, plus, prime } from "./modular.ts";

/** More small groups than can be searched: the caller must take the cautious answer. */
export const tooMany = Symbol("too many small groups");

/** Most sets of small groups held at once; bounds memory and time. */
const limit = 10_000;

/**
 * Sets of small groups (fewer than k people in all) whose marks add up to zero under both markings.
 *
 * The marks are two random vectors that every published total sends to zero. A union that can be
 * worked out from those totals then always adds up to zero, and one that cannot does so with a
 * probability of about 2^-52: no danger is missed, and a needless refusal all but never happens.
 * Unions are put together from two halves of at most two thirds of k - 1 people (any union splits
 * so unless one group alone is larger), so that only halves have to be listed.
 */
export function smallUnions(
  weights: ArrayLike<number>,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  k: number,
  most: number,
): number[][] | typeof tooMany {
  const half = Math.floor((2 * (k - 1)) / 3);
  const groups: number[] = [];
  const large: number[] = [];
  for (let group = 0; group < weights.length; group++) {
    const weight = weights[group] ?? 0;
    if (weight > 0 && weight < k) (weight <= half ? groups : large).push(group);
  }
  const sets = countSets(
    groups.map((group) => weights[group] ?? 0),
    half,
  );
  if (sets > limit) return tooMany;
  const halves = new Halves(groups, weights, first, second, half);
  const found: number[][] = [];
  for (let at = 0; at < halves.count && found.length < most; at++) {
    if (halves.isZero(at)) found.push(halves.members(at));
    else halves.match(at, k, most, found);
  }
  for (const group of large) {
    if (found.length >= most) break;
    const [x, y] = [first[group] ?? 0, second[group] ?? 0];
    if (x === 0 && y === 0) found.push([group]);
    else halves.matchGroup(group, x, y, k - (weights[group] ?? 0), most, found);
  }
  return found;
}

class Halves {
  count = 0;
  private readonly parent: number[] = [];
  private readonly last: number[] = [];
  private readonly weight: number[] = [];
  private readonly x: number[] = [];
  private readonly y: number[] = [];
  private readonly next: number[] = [];
  private readonly byKey = new Map<number, number>();

  constructor(
    groups: readonly number[],
    weights: ArrayLike<number>,
    first: ArrayLike<number>,
    second: ArrayLike<number>,
    half: number,
  ) {
    const extend = (parent: number, from: number, room: number): void => {
      for (let at = from; at < groups.length; at++) {
        const group = groups[at] as number;
        const weight = weights[group] ?? 0;
        if (weight > room) continue;
        const made = this.push(parent, group, weight, first[group] ?? 0, second[group] ?? 0);
        extend(made, at + 1, room - weight);
      }
    };
    extend(-1, 0, half);
  }

  private push(parent: number, group: number, weight: number, x: number, y: number): number {
    const at = this.count++;
    this.parent.push(parent);
    this.last.push(group);
    this.weight.push(weight + (parent < 0 ? 0 : (this.weight[parent] ?? 0)));
    this.x.push(plus(x, parent < 0 ? 0 : (this.x[parent] ?? 0)));
    this.y.push(plus(y, parent < 0 ? 0 : (this.y[parent] ?? 0)));
    const key = (this.x[at] ?? 0) * prime + (this.y[at] ?? 0);
    this.next.push(this.byKey.get(key) ?? -1);
    this.byKey.set(key, at);
    return at;
  }

  isZero(at: number): boolean {
    return this.x[at] === 0 && this.y[at] === 0;
  }

  members(at: number): number[] {
    const list: number[] = [];
    for (let up = at; up >= 0; up = this.parent[up] ?? -1) list.push(this.last[up] ?? 0);
    return list.reverse();
  }

  private *opposite(x: number, y: number): Generator<number> {
    const key = minus(0, x) * prime + minus(0, y);
    for (let at = this.byKey.get(key) ?? -1; at >= 0; at = this.next[at] ?? -1) yield at;
  }

  /** Adds unions of this half and an earlier, disjoint one. */
  match(at: number, k: number, most: number, found: number[][]): void {
    for (const other of this.opposite(this.x[at] ?? 0, this.y[at] ?? 0)) {
      if (other >= at || (this.weight[at] ?? 0) + (this.weight[other] ?? 0) >= k) continue;
      const members = this.members(at);
      const others = this.members(other);
      if (members.some((group) => others.includes(group))) continue;
      found.push([...others, ...members]);
      if (found.length >= most) return;
    }
  }

  /** Adds unions of a group too large for a half with one of the halves. */
  matchGroup(
    group: number,
    x: number,
    y: number,
    room: number,
    most: number,
    found: number[][],
  ): void {
    for (const other of this.opposite(x, y)) {
      if ((this.weight[other] ?? 0) >= room) continue;
      found.push([...this.members(other), group]);
      if (found.length >= most) return;
    }
  }
}
