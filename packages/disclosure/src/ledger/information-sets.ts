import { isMember, listMembers, type Members } from "./members.ts";
import { inverse, minus, plus, prime, times } from "./modular.ts";

/** What information sets rest on. */
export type InformationState = {
  readonly k: number;
  /** The part of each contributor, numbered from 0; the total of every part is told. */
  readonly parts: Int32Array;
};

/** One set: its contributor in each part, one more for each cut, and the inverse of what these say of the cuts. */
type InformationSet = {
  readonly leads: Int32Array;
  readonly people: readonly number[];
  readonly inverse: readonly Float64Array[];
};

/**
 * A proof that no combination of totals isolates fewer than k contributors, for any number of them. Totals are read
 * as words of a linear code modulo a prime over the contributors. A word that is zero on an information set
 * (contributors whose entries settle all others) is zero; so where there are k disjoint information sets, every word
 * other than zero has an entry in each, and k contributors at least (Zimmermann 1996; Grassl 2006). Disjoint parts
 * whose totals are told take one contributor each in every set, each further cut one more.
 *
 * The proof is one-sided: where no further contributor is found for each set, the totals may still be safe.
 */
export class InformationSets {
  private readonly parts: Int32Array;
  private readonly sizes: Int32Array;
  private readonly everyone: Int32Array;
  private readonly cuts: readonly Members[];
  private readonly sets: readonly InformationSet[];
  private readonly used: Uint8Array;

  private constructor(
    parts: Int32Array,
    sizes: Int32Array,
    cuts: readonly Members[],
    sets: readonly InformationSet[],
    used: Uint8Array,
  ) {
    this.parts = parts;
    this.sizes = sizes;
    this.everyone = parts.map((_, person) => person);
    this.cuts = cuts;
    this.sets = sets;
    this.used = used;
  }

  /** The proof for parts alone; null where one of them has fewer than k contributors. */
  static over({ k, parts }: InformationState): InformationSets | null {
    const count = parts.reduce((most, part) => Math.max(most, part + 1), 0);
    const leads = Array.from({ length: k }, () => new Int32Array(count).fill(-1));
    const sizes = new Int32Array(count);
    const used = new Uint8Array(parts.length);
    for (let person = 0; person < parts.length; person++) {
      const part = parts[person] as number;
      const set = leads[sizes[part] as number];
      sizes[part] = (sizes[part] as number) + 1;
      if (set === undefined) continue;
      set[part] = person;
      used[person] = 1;
    }
    if (sizes.some((people) => people < k)) return null;
    const sets = leads.map((own) => ({ leads: own, people: [], inverse: [] }));
    return new InformationSets(parts, sizes, [], sets, used);
  }

  /** Whether some contributors are whole parts, as those of every shown department are. A short way to "follows". */
  areParts(contributors: ArrayLike<number>): boolean {
    const inside = new Map<number, number>();
    for (let at = 0; at < contributors.length; at++) {
      const part = this.parts[contributors[at] ?? -1] ?? -1;
      inside.set(part, (inside.get(part) ?? 0) + 1);
    }
    return [...inside].every(([part, people]) => people === this.sizes[part]);
  }

  /**
   * The proof with one more cut: "follows" where its total follows from those that are told, null where nothing can be
   * said of it.
   */
  with(cut: Members): InformationSets | "follows" | null {
    const used = this.used.slice();
    const sets: InformationSet[] = [];
    for (const [at, set] of this.sets.entries()) {
      const weights = this.weightsOf(set, cut);
      const person = this.findPerson(set, cut, weights, { used, from: at });
      if (person === null) return at === 0 && this.follows(set, cut, weights) ? "follows" : null;
      used[person] = 1;
      sets.push(this.extend(set, cut, weights, person));
    }
    return new InformationSets(this.parts, this.sizes, [...this.cuts, cut], sets, used);
  }

  /** How the earlier cuts make this one on the contributors of a set. */
  private weightsOf({ people, inverse, leads }: InformationSet, cut: Members): Float64Array {
    const own = people.map((person) => this.entry(person, leads, cut));
    return Float64Array.from(inverse, (row) => {
      let sum = 0;
      for (let at = 0; at < own.length; at++) {
        if (own[at] === 1) sum = plus(sum, row[at] as number);
        else if (own[at] === -1) sum = minus(sum, row[at] as number);
      }
      return sum;
    });
  }

  /** What a cut says of a contributor beside the one who leads the part: 1, 0 or -1. */
  private entry(person: number, leads: Int32Array, cut: Members): number {
    return isMember(cut, person) - isMember(cut, leads[this.parts[person] as number] as number);
  }

  /** What a cut says of a contributor that the weighted earlier cuts do not. */
  private own(person: number, cut: Members, weights: Float64Array): number {
    let sum: number = isMember(cut, person);
    for (let at = 0; at < weights.length; at++) {
      if (isMember(this.cuts[at] as Members, person) === 1) sum = minus(sum, weights[at] as number);
    }
    return sum;
  }

  private rest(
    person: number,
    leads: Int32Array,
    known: Map<number, number>,
    [cut, weights]: readonly [Members, Float64Array],
  ): number {
    const part = this.parts[person] as number;
    const lead = known.get(part) ?? this.own(leads[part] as number, cut, weights);
    known.set(part, lead);
    return minus(this.own(person, cut, weights), lead);
  }

  /** Someone who is in no set yet and of whom the cut says something new; null where there is nobody. */
  private findPerson(
    { leads }: InformationSet,
    cut: Members,
    weights: Float64Array,
    { used, from }: { used: Uint8Array; from: number },
  ): number | null {
    const known = new Map<number, number>();
    const isNew = (person: number) =>
      used[person] === 0 && this.rest(person, leads, known, [cut, weights]) !== 0;
    // Whoever is in the cut first: of them it says most. Sets begin apart, so that they do not draw on the same few.
    const share = from / this.sets.length;
    const members = listMembers(cut);
    return firstFrom(members, share, isNew) ?? firstFrom(this.everyone, share, isNew);
  }

  private follows({ leads }: InformationSet, cut: Members, weights: Float64Array): boolean {
    const known = new Map<number, number>();
    for (let person = 0; person < this.parts.length; person++)
      if (this.rest(person, leads, known, [cut, weights]) !== 0) return false;
    return true;
  }

  /** The inverse of a matrix with one more row and column (by its Schur complement). */
  private extend(
    { leads, people, inverse: known }: InformationSet,
    cut: Members,
    weights: Float64Array,
    person: number,
  ): InformationSet {
    const size = people.length;
    const says = this.cuts.map((other) => this.entry(person, leads, other));
    const across = new Float64Array(size);
    for (let at = 0; at < size; at++) {
      const row = known[at] as Float64Array;
      if (says[at] === 1)
        for (let c = 0; c < size; c++) across[c] = plus(across[c] as number, row[c] as number);
      if (says[at] === -1)
        for (let c = 0; c < size; c++) across[c] = minus(across[c] as number, row[c] as number);
    }
    let left = (this.entry(person, leads, cut) + prime) % prime;
    for (let at = 0; at < size; at++) {
      if (says[at] === 1) left = minus(left, weights[at] as number);
      if (says[at] === -1) left = plus(left, weights[at] as number);
    }
    const scale = inverse(left);
    const made = known.map((row, at) => {
      const factor = times(weights[at] as number, scale);
      const next = new Float64Array(size + 1);
      for (let c = 0; c < size; c++)
        next[c] = plus(row[c] as number, times(factor, across[c] as number));
      next[size] = minus(0, factor);
      return next;
    });
    const last = new Float64Array(size + 1);
    for (let c = 0; c < size; c++) last[c] = minus(0, times(scale, across[c] as number));
    last[size] = scale;
    return { leads, people: [...people, person], inverse: [...made, last] };
  }
}

/** The first for whom it holds, beginning at a share of the list; null where there is nobody. */
function firstFrom(
  list: Int32Array,
  share: number,
  holds: (person: number) => boolean,
): number | null {
  const start = Math.floor(list.length * share);
  for (let step = 0; step < list.length; step++) {
    const person = list[(start + step) % list.length] as number;
    if (holds(person)) return person;
  }
  return null;
}
