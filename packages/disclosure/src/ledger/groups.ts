import { AnsweredCuts, type Row } from "./answered-cuts.ts";
import { divideTold, isTold, type Told, tell } from "./told.ts";

/** What groups rest on, to store. */
export type GroupsState = {
  readonly groupOf: Int32Array;
  readonly weights: readonly number[];
  readonly leading: readonly Row[];
  readonly tight: readonly Row[];
  readonly told: readonly Told[];
};

/** The groups as one more cut makes them. */
export type Divided = {
  readonly groups: Groups;
  /** Whether the cut follows from those answered. */
  readonly follows: boolean;
};

/**
 * Contributors whom no answered cut tells apart as one group each, and what answered cuts span over these: exact, as
 * long as there is room. Memory depends on what was told apart.
 */
export class Groups {
  private readonly groupOf: Int32Array;
  readonly weights: readonly number[];
  private readonly cuts: AnsweredCuts;
  readonly told: readonly Told[];
  /** The newest cut: 1 for each of its groups. */
  private readonly newest: Int32Array;

  private constructor(state: GroupsState, newest: Int32Array) {
    this.groupOf = state.groupOf;
    this.weights = state.weights;
    this.cuts = new AnsweredCuts(state.leading, state.tight);
    this.told = state.told;
    this.newest = newest;
  }

  static load(state: GroupsState): Groups {
    // Rows are copied, since groups write into their room to grow.
    const copy = ({ lead, entries }: Row): Row => ({ lead, entries: entries.slice() });
    return new Groups(
      {
        ...state,
        groupOf: state.groupOf.slice(),
        leading: state.leading.map(copy),
        tight: state.tight.map(copy),
      },
      new Int32Array(0),
    );
  }

  /** One group for each part, whose totals are told; null where there are too many. Parts are numbered from 0. */
  static ofParts(parts: Int32Array, weights: readonly number[], k: number): Groups | null {
    const rows = weights.map((weight, part): Row => {
      const entries = new Int32Array(weights.length);
      entries[part] = 1;
      return { lead: weight >= k ? part : -1, entries };
    });
    const leading = rows.filter(({ lead }) => lead >= 0);
    const tight = rows.filter(({ lead }) => lead < 0);
    if (!new AnsweredCuts(leading, tight).fits(weights.length)) return null;
    return new Groups(
      { groupOf: parts.slice(), weights, leading, tight, told: [] },
      new Int32Array(0),
    );
  }

  save(): GroupsState {
    const { leading, tight } = this.cuts;
    const { weights, told } = this;
    return { groupOf: this.groupOf.slice(), weights, leading, tight, told };
  }

  /** Room for contributors who arrive later, in group 0. */
  grow(people: number): Groups {
    const groupOf = new Int32Array(this.groupOf.length + people);
    groupOf.set(this.groupOf);
    const weights = this.weights.map((weight, group) => (group === 0 ? weight + people : weight));
    return new Groups({ ...this.save(), groupOf, weights }, this.newest);
  }

  /**
   * These groups after one more cut, whose contributors are told apart from the others; null where there is no room.
   * `weightOf` is how many people stand behind a contributor.
   */
  with(
    contributors: ArrayLike<number>,
    weightOf: (contributor: number) => number,
    k: number,
  ): Divided | null {
    const inside = this.count(contributors, weightOf);
    const split: number[] = [];
    const weights = [...this.weights];
    for (let group = 0; group < inside.length; group++) {
      const weight = inside[group] as number;
      const all = this.weights[group] ?? 0;
      if (weight === 0 || weight === all) continue;
      split.push(group);
      weights[group] = all - weight;
      weights.push(weight);
    }
    const cut = new Int32Array(weights.length).fill(1, inside.length);
    for (let g = 0; g < inside.length; g++) {
      if (inside[g] !== 0 && inside[g] === this.weights[g]) cut[g] = 1;
    }
    const told = divideTold(this.told, split, this.weights.length);
    const follows = split.length === 0 && this.cuts.follows(cut);
    if (!follows && !this.cuts.fits(weights.length)) return null;
    const { leading, tight } = follows ? this.cuts : this.cuts.with(cut, split, weights, k);
    const groupOf = this.divide(contributors, split);
    const groups = new Groups({ groupOf, weights, leading, tight, told }, cut);
    return { groups, follows };
  }

  /** Whether some union of fewer than k people follows. */
  isolates(k: number): boolean {
    return this.cuts.isolates(this.weights, k);
  }

  /** Whether the newest cut was told before. */
  isTold(): boolean {
    return isTold(this.told, this.newest);
  }

  /** With the newest cut's total told. */
  tell(sum: number): Groups {
    return new Groups({ ...this.save(), told: tell(this.told, this.newest, sum) }, this.newest);
  }

  /** The contributors of a group, ascending. */
  membersOf(group: number): number[] {
    const members: number[] = [];
    for (let at = 0; at < this.groupOf.length; at++)
      if (this.groupOf[at] === group) members.push(at);
    return members;
  }

  private count(
    contributors: ArrayLike<number>,
    weightOf: (contributor: number) => number,
  ): Float64Array {
    const inside = new Float64Array(this.weights.length);
    for (let at = 0; at < contributors.length; at++) {
      const contributor = contributors[at] ?? -1;
      const group = this.groupOf[contributor] ?? -1;
      inside[group] = (inside[group] ?? 0) + weightOf(contributor);
    }
    return inside;
  }

  private divide(contributors: ArrayLike<number>, split: readonly number[]): Int32Array {
    const first = this.weights.length;
    const moved = new Map(split.map((group, index) => [group, first + index]));
    const groupOf = this.groupOf.slice();
    for (let at = 0; at < contributors.length; at++) {
      const contributor = contributors[at] ?? -1;
      const to = moved.get(this.groupOf[contributor] ?? -1);
      if (to !== undefined) groupOf[contributor] = to;
    }
    return groupOf;
  }
}
