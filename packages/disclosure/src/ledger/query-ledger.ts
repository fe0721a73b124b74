import type { HiddenReason } from "../reason.ts";
import { AnsweredCuts, type Row } from "./answered-cuts.ts";
import { type Answers, divideTold, pins, type Told, tell } from "./told.ts";

/** Whether a cut may be answered; when not, nothing was noted. */
export type LedgerAnswer =
  | { readonly answered: true }
  | {
      readonly answered: false;
      readonly reason: Extract<
        HiddenReason,
        "hidden-no-answer" | "hidden-few-raters" | "hidden-few-or-alike" | "hidden-subtraction"
      >;
    };

/** A ledger at rest, for storage; structured-clone safe. */
export type LedgerState = {
  readonly k: number;
  readonly groupOf: Int32Array;
  readonly weights: readonly number[];
  readonly leading: readonly Row[];
  readonly tight: readonly Row[];
  readonly told: readonly Told[];
};

type Refusal = Extract<LedgerAnswer, { answered: false }>;

const refused = (reason: Refusal["reason"]): Refusal => ({ answered: false, reason });

/**
 * What one viewer has been shown of one figure, as sets of contributors. A new cut is answered only
 * if no sum, difference, complement or other linear combination of everything answered so far
 * isolates a group below k. People whom no answered cut tells apart form one group, so that memory
 * depends on what was told apart and is bounded: a ledger that is full answers nothing new. The same
 * cuts in the same order always get the same answers. A refusal depends on sets alone unless sums are
 * passed too: then totals that would pin answers to an end of the scale are also refused.
 */
export class QueryLedger {
  private readonly k: number;
  private groupOf: Int32Array;
  private readonly unitWeights: ArrayLike<number> | null;
  private weights: readonly number[];
  private cuts: AnsweredCuts;
  private told: readonly Told[];

  private constructor(state: LedgerState, unitWeights: ArrayLike<number> | null) {
    this.k = state.k;
    this.groupOf = state.groupOf;
    this.weights = state.weights;
    this.cuts = new AnsweredCuts(state.leading, state.tight);
    this.told = state.told;
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
    const everyone = { lead: weight >= k ? 0 : -1, entries: Int32Array.of(1) };
    const state: LedgerState = {
      k,
      groupOf: new Int32Array(units),
      weights: [weight],
      leading: weight >= k ? [everyone] : [],
      tight: weight >= k ? [] : [everyone],
      told: [],
    };
    return new QueryLedger(state, typeof people === "number" ? null : people);
  }

  /**
   * An empty ledger over people who are still arriving: nobody at first, no total known, and room
   * for more with `grow`.
   */
  static growing(k: number): QueryLedger {
    // Group 0 holds those in no answered cut, and k who never come, so that no cut can contain it.
    const groupOf = new Int32Array(0);
    const state = { k, groupOf, weights: [k], leading: [], tight: [], told: [] };
    return new QueryLedger(state, null);
  }

  /** A ledger over single people as it was saved. */
  static load(state: LedgerState): QueryLedger {
    // Rows are copied, since a ledger writes into their room to grow.
    const copy = ({ lead, entries }: Row): Row => ({ lead, entries: entries.slice() });
    return new QueryLedger(
      {
        ...state,
        groupOf: state.groupOf.slice(),
        leading: state.leading.map(copy),
        tight: state.tight.map(copy),
      },
      null,
    );
  }

  /** The state to store between questions. */
  save(): LedgerState {
    const { leading, tight } = this.cuts;
    const { k, weights, told } = this;
    return { k, groupOf: this.groupOf.slice(), weights, leading, tight, told };
  }

  /** Makes room for people who arrived after a ledger was made with `growing`; returns the first number. */
  grow(people: number): number {
    const first = this.groupOf.length;
    const grown = new Int32Array(first + people);
    grown.set(this.groupOf);
    this.groupOf = grown;
    this.weights = this.weights.map((weight, group) => (group === 0 ? weight + people : weight));
    return first;
  }

  /**
   * Decides about a cut, given the distinct numbers of its contributors, and notes it if answered.
   * Pass the sum of its answers with every question, or with none.
   */
  ask(contributors: ArrayLike<number>, answers?: Answers): LedgerAnswer {
    const inside = this.count(contributors);
    const people = inside.reduce((sum, weight) => sum + weight, 0);
    if (people === 0) return refused("hidden-no-answer");
    if (people < this.k) return refused("hidden-few-raters");
    const split: number[] = [];
    const weights = [...this.weights];
    for (let group = 0; group < inside.length; group++) {
      const weight = inside[group] as number;
      const all = this.weights[group] ?? 0;
      if (weight > all) throw new RangeError("A contributor is there twice.");
      if (weight === 0 || weight === all) continue;
      split.push(group);
      weights[group] = all - weight;
      weights.push(weight);
    }
    const cut = new Int32Array(weights.length).fill(1, inside.length);
    for (let g = 0; g < inside.length; g++) {
      if (inside[g] !== 0 && inside[g] === this.weights[g]) cut[g] = 1;
    }
    let next = this.cuts;
    if (split.length > 0 || !next.follows(cut)) {
      if (!next.fits(weights.length)) return refused("hidden-subtraction");
      next = next.with(cut, split, weights, this.k);
      if (next.isolates(weights, this.k)) return refused("hidden-subtraction");
    }
    if (answers !== undefined) {
      const told = tell(divideTold(this.told, split, this.weights.length), cut, answers.sum);
      if (pins(told, weights, this.k, answers)) return refused("hidden-few-or-alike");
      this.told = told;
    }
    this.cuts = next;
    this.regroup(contributors, split);
    this.weights = weights;
    return { answered: true };
  }

  /** People of a cut by group. */
  private count(contributors: ArrayLike<number>): Float64Array {
    const inside = new Float64Array(this.weights.length);
    for (let at = 0; at < contributors.length; at++) {
      const unit = contributors[at] ?? -1;
      const group = this.groupOf[unit];
      if (group === undefined) throw new RangeError(`There is no contributor ${unit}.`);
      const weight = this.unitWeights === null ? 1 : (this.unitWeights[unit] ?? 0);
      inside[group] = (inside[group] ?? 0) + weight;
    }
    return inside;
  }

  /** Gives the contributors of a split group the number of its new part. */
  private regroup(contributors: ArrayLike<number>, split: readonly number[]): void {
    const first = this.weights.length;
    const moved = new Map(split.map((group, index) => [group, first + index]));
    for (let at = 0; at < contributors.length; at++) {
      const unit = contributors[at] ?? -1;
      const to = moved.get(this.groupOf[unit] ?? -1);
      if (to !== undefined) this.groupOf[unit] = to;
    }
  }
}
