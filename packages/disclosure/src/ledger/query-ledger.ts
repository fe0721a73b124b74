import { inverse, minus, plus, Residues, times } from "./modular.ts";
import { smallUnions, tooMany } from "./small-unions.ts";

/** Whether a cut may be answered; when not, nothing was noted. */
export type LedgerAnswer =
  | { readonly answered: true }
  | {
      readonly answered: false;
      readonly reason: "hidden-no-answer" | "hidden-few-raters" | "hidden-subtraction";
    };

/** A ledger at rest, for storage; structured-clone safe. */
export type LedgerState = {
  readonly k: number;
  readonly groupOf: Int32Array;
  readonly weights: readonly number[];
  readonly vectors: readonly Float64Array[];
  readonly position: number;
};

/** Numbers kept for all witnesses together: 8 MB. More groups leave room for fewer witnesses. */
const budget = 1_000_000;
const mostWitnesses = 512;

/**
 * What one viewer has been shown of one figure, as sets of contributors. A new cut is answered only
 * if no sum, difference, complement or other linear combination of everything answered so far
 * isolates a group below k. People whom no answered cut tells apart form one group, so memory
 * depends on the number of people, never on the number of cuts.
 *
 * Witnesses make the check quick: random vectors over the groups (modulo a prime) that every
 * answered cut sends to zero. A union that can be worked out sums to zero under each, so two
 * witnesses and a search for small zero sums find every danger. A cut that splits groups gives the
 * freedom to keep witnesses at zero; one that splits none uses up a spare witness, and when none is
 * left it is refused. Everything is repeatable: the same cuts in the same order get the same answers.
 */
export class QueryLedger {
  private readonly k: number;
  private readonly groupOf: Int32Array;
  private readonly unitWeights: ArrayLike<number> | null;
  private weights: number[];
  private vectors: Float64Array[];
  private readonly residues: Residues;

  private constructor(state: LedgerState, unitWeights: ArrayLike<number> | null) {
    this.k = state.k;
    this.groupOf = state.groupOf;
    this.weights = [...state.weights];
    this.vectors = [...state.vectors];
    this.residues = new Residues(state.position);
    this.unitWeights = unitWeights;
  }

  /**
   * An empty ledger over people numbered from 0, whose total counts as known. `weights` instead of
   * a number: units of several people that no cut will ever divide, such as the cells of a table.
   */
  static over(people: number | ArrayLike<number>, k: number): QueryLedger {
    if (!Number.isInteger(k) || k < 2) throw new RangeError("k must be a whole number from 2.");
    const units = typeof people === "number" ? people : people.length;
    let weight = 0;
    for (let at = 0; at < units; at++) weight += typeof people === "number" ? 1 : (people[at] ?? 0);
    const state: LedgerState = {
      k,
      groupOf: new Int32Array(units),
      weights: [weight],
      vectors: Array.from({ length: mostWitnesses }, () => new Float64Array(1)),
      position: 20_260_101,
    };
    return new QueryLedger(state, typeof people === "number" ? null : people);
  }

  /** A ledger over single people as it was saved. */
  static load(state: LedgerState): QueryLedger {
    return new QueryLedger({ ...state, groupOf: state.groupOf.slice() }, null);
  }

  /** The state to store between questions. */
  save(): LedgerState {
    return {
      k: this.k,
      groupOf: this.groupOf.slice(),
      weights: [...this.weights],
      vectors: this.vectors.map((vector) => vector.slice()),
      position: this.residues.position,
    };
  }

  /** Decides about a cut, given the distinct numbers of its contributors, and notes it if answered. */
  ask(contributors: ArrayLike<number>): LedgerAnswer {
    const inside = new Float64Array(this.weights.length);
    let people = 0;
    for (let at = 0; at < contributors.length; at++) {
      const unit = contributors[at] ?? -1;
      const group = this.groupOf[unit];
      if (group === undefined) throw new RangeError(`There is no contributor ${unit}.`);
      const weight = this.unitWeights === null ? 1 : (this.unitWeights[unit] ?? 0);
      inside[group] = (inside[group] ?? 0) + weight;
      people += weight;
    }
    if (people === 0) return { answered: false, reason: "hidden-no-answer" };
    if (people < this.k) return { answered: false, reason: "hidden-few-raters" };
    const whole: number[] = [];
    const split: number[] = [];
    for (const [group, weight] of inside.entries()) {
      if (weight === 0) continue;
      if (weight > (this.weights[group] ?? 0))
        throw new RangeError("A contributor is there twice.");
      (weight === this.weights[group] ? whole : split).push(group);
    }
    const fits = split.length > 0 ? this.divide(whole, split, inside) : this.restrict(whole);
    if (!fits) return { answered: false, reason: "hidden-subtraction" };
    if (split.length > 0) this.regroup(contributors, split);
    return { answered: true };
  }

  private isSafe(weights: readonly number[], a: Float64Array, b: Float64Array): boolean {
    const unions = smallUnions(weights, a, b, this.k, 1);
    return unions !== tooMany && unions.length === 0;
  }

  /** Splits groups at the edge of a cut, keeping the sum of every witness over the cut at zero. */
  private divide(
    whole: readonly number[],
    split: readonly number[],
    inside: Float64Array,
  ): boolean {
    const weights = [...this.weights];
    for (const group of split) {
      weights[group] = (weights[group] ?? 0) - (inside[group] ?? 0);
      weights.push(inside[group] ?? 0);
    }
    const room = Math.max(2, Math.floor(budget / weights.length));
    const old = this.vectors.slice(0, room);
    const extended = (vector: Float64Array): Float64Array => {
      const next = new Float64Array(weights.length);
      next.set(vector);
      let sum = 0;
      for (const group of whole) sum = plus(sum, vector[group] ?? 0);
      for (const [index, group] of split.entries()) {
        const part = index === split.length - 1 ? minus(0, sum) : this.residues.next();
        sum = plus(sum, part);
        next[vector.length + index] = part;
        next[group] = minus(vector[group] ?? 0, part);
      }
      return next;
    };
    const [a, b] = old.slice(0, 2).map(extended);
    if (a === undefined || b === undefined || !this.isSafe(weights, a, b)) return false;
    this.weights = weights;
    this.vectors = [a, b, ...old.slice(2).map(extended)];
    return true;
  }

  /** Notes a cut made of whole groups: spends one spare witness to bring the others to zero on it. */
  private restrict(whole: readonly number[]): boolean {
    const sums = this.vectors.map((vector) =>
      whole.reduce((sum, group) => plus(sum, vector[group] ?? 0), 0),
    );
    if (sums.every((sum) => sum === 0)) return true;
    const spare = sums.findLastIndex((sum, at) => at >= 2 && sum !== 0);
    const spent = this.vectors[spare];
    if (spent === undefined) return false;
    const scale = inverse(sums[spare] ?? 1);
    const corrected = (vector: Float64Array, at: number): Float64Array => {
      const factor = times(sums[at] ?? 0, scale);
      return factor === 0 ? vector : vector.map((v, g) => minus(v, times(factor, spent[g] ?? 0)));
    };
    const [a, b] = this.vectors.slice(0, 2).map(corrected);
    if (a === undefined || b === undefined || !this.isSafe(this.weights, a, b)) return false;
    const rest = this.vectors.map((vector, at) => (at < 2 ? vector : corrected(vector, at)));
    this.vectors = [a, b, ...rest.slice(2)];
    this.vectors.splice(spare, 1);
    return true;
  }

  /** Gives the contributors of a split group the number of its new part. */
  private regroup(contributors: ArrayLike<number>, split: readonly number[]): void {
    const first = this.weights.length - split.length;
    const moved = new Map(split.map((group, index) => [group, first + index]));
    for (let at = 0; at < contributors.length; at++) {
      const unit = contributors[at] ?? -1;
      const to = moved.get(this.groupOf[unit] ?? -1);
      if (to !== undefined) this.groupOf[unit] = to;
    }
  }
}
