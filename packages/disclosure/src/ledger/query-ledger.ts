import { countPoints } from "../cover/count-points.ts";
import type { HiddenReason } from "../reason.ts";
import { AnsweredCuts, type Row } from "./answered-cuts.ts";
import {
  type Answers,
  differencesWithNewest,
  divideTold,
  isTold,
  pinnedGroups,
  type Told,
  tell,
} from "./told.ts";
import { type WithheldCut, WithheldCuts } from "./withheld-cuts.ts";

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
  /** Cuts that were withheld because of their answers; none in ledgers stored before there was such a thing. */
  readonly withheld?: readonly WithheldCut[];
};

type Refusal = Extract<LedgerAnswer, { answered: false }>;

const refused = (reason: Refusal["reason"]): Refusal => ({ answered: false, reason });

/**
 * What one viewer has been shown of one figure, as sets of contributors. A new cut is answered only
 * if no sum, difference, complement or other linear combination of everything answered so far
 * isolates a group below k. People whom no answered cut tells apart form one group, so that memory
 * depends on what was told apart and is bounded: a ledger that is full answers nothing new. The same
 * cuts in the same order always get the same answers. A refusal depends on sets alone unless answers are
 * passed too: then whatever could be worked out (the cut, what is left of larger ones, single groups) and would tell
 * that all gave the same is withheld, with cover by chance. That is remembered, so that asking again, or nearly the
 * same, draws no second time.
 */
export class QueryLedger {
  private readonly k: number;
  private groupOf: Int32Array;
  private readonly unitWeights: ArrayLike<number> | null;
  private weights: readonly number[];
  private cuts: AnsweredCuts;
  private told: readonly Told[];
  private withheld: WithheldCuts;

  private constructor(state: LedgerState, unitWeights: ArrayLike<number> | null) {
    this.k = state.k;
    this.groupOf = state.groupOf;
    this.weights = state.weights;
    this.cuts = new AnsweredCuts(state.leading, state.tight);
    this.told = state.told;
    this.withheld = new WithheldCuts(state.withheld ?? [], state.k);
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
    const withheld = this.withheld.cuts;
    return { k, groupOf: this.groupOf.slice(), weights, leading, tight, told, withheld };
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
   * Decides about a cut, given the distinct numbers of its contributors, and notes it if answered, or if it
   * is withheld because of its answers. Pass answers with every question, or with none. Throws a RangeError for
   * contributors that are not there or there twice, and for answers in a ledger over units of several people.
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
    const before = divideTold(this.told, split, this.weights.length);
    // What was told once is told again.
    if (answers !== undefined && !isTold(before, cut)) {
      const told = tell(before, cut, sumOf(contributors, answers));
      const stop = this.tooAlike(told, weights, this.divided(contributors, split), answers);
      if (stop !== null) return stop;
      this.told = told;
    }
    this.cuts = next;
    this.groupOf = this.divided(contributors, split);
    this.weights = weights;
    return { answered: true };
  }

  /** Why the newest total may not be told because of answers, or null. Notes what is withheld. */
  private tooAlike(
    told: readonly Told[],
    weights: readonly number[],
    groupOf: Int32Array,
    { values, rules }: Answers,
  ): Refusal | null {
    if (this.unitWeights !== null) throw new RangeError("Answers are those of single people.");
    const pinned = pinnedGroups(told, weights, rules.scale);
    if (pinned.some((group) => (weights[group] ?? 0) < this.k))
      return refused("hidden-few-or-alike");
    const unions = [
      told.at(-1)?.groups ?? [],
      ...differencesWithNewest(told),
      ...pinned.map((at) => [at]),
    ];
    for (const union of unions) {
      const inside = new Set(union);
      const cut: number[] = [];
      for (let unit = 0; unit < groupOf.length; unit++)
        if (inside.has(groupOf[unit] ?? -1)) cut.push(unit);
      const counts = countPoints(
        cut.map((unit) => values[unit] ?? Number.NaN),
        rules.scale,
      );
      const withheld =
        cut.length < this.k ? null : this.withheld.withheld(Int32Array.from(cut), counts, rules);
      if (withheld === null) continue;
      this.withheld = withheld;
      return refused("hidden-few-or-alike");
    }
    return null;
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

  /** The group of everyone, the contributors of a split group being in its new part. */
  private divided(contributors: ArrayLike<number>, split: readonly number[]): Int32Array {
    const first = this.weights.length;
    const moved = new Map(split.map((group, index) => [group, first + index]));
    const groupOf = this.groupOf.slice();
    for (let at = 0; at < contributors.length; at++) {
      const unit = contributors[at] ?? -1;
      const to = moved.get(this.groupOf[unit] ?? -1);
      if (to !== undefined) groupOf[unit] = to;
    }
    return groupOf;
  }
}

/** The sum of a cut's answers. Throws a RangeError where one is not there. */
function sumOf(contributors: ArrayLike<number>, { values, rules }: Answers): number {
  const { low, high } = rules.scale;
  let sum = 0;
  for (let at = 0; at < contributors.length; at++) {
    const value = values[contributors[at] ?? -1];
    if (value === undefined || !(value >= low && value <= high))
      throw new RangeError(`Contributor ${contributors[at]} has no answer on the scale.`);
    sum += value;
  }
  return sum;
}
