import { countPoints } from "../cover/count-points.ts";
import type { HiddenReason } from "../reason.ts";
import { Groups, type GroupsState } from "./groups.ts";
import { InformationSets } from "./information-sets.ts";
import { leftBeside, listMembers, type Members, membersOf, roomFor } from "./members.ts";
import { type Answers, pinnedGroups } from "./told.ts";
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
export type LedgerState = GroupsState & {
  readonly k: number;
  /** Cuts that were withheld because of their answers; none in ledgers stored before there was such a thing. */
  readonly withheld?: readonly WithheldCut[];
  /** Cuts whose totals were told; absent in ledgers stored before they were kept by contributor. */
  readonly toldTo?: readonly Members[];
};

type Refusal = Extract<LedgerAnswer, { answered: false }>;

const refused = (reason: Refusal["reason"]): Refusal => ({ answered: false, reason });

type Size = { k: number; people: number; nobodies?: number };

/** What a ledger would be with one more cut. */
type Proof = { groups: Groups | null; sets: InformationSets | null };

/**
 * What everyone who may talk to each other has been shown of one figure, as sets of contributors. A new cut is answered
 * only if no sum, difference, complement or other linear combination of everything answered so far isolates a group
 * below k. That is proved in one of two ways: by disjoint information sets, for any number of people, or exactly, over
 * groups of people whom nothing answered tells apart, as long as there is room for these. What neither proves is
 * refused, so a ledger in which much was told apart answers less and less. The same cuts in the same order always get
 * the same answers. A refusal depends on sets alone unless answers are passed too: then whatever could be worked out
 * (the cut, what is left of others beside it, single groups) and would tell that all gave the same is withheld, with
 * cover by chance. That is remembered, so that asking again, or nearly the same, draws no second time.
 */
export class QueryLedger {
  private readonly k: number;
  private people: number;
  /** The last so many are nobody: they stand for what nobody was told of the part they are in. */
  private readonly nobodies: number;
  private readonly unitWeights: ArrayLike<number> | null;
  private groups: Groups | null;
  private sets: InformationSets | null;
  private told: readonly Members[];
  private withheld: WithheldCuts;

  private constructor(
    { k, people, nobodies = 0, groups, sets }: Proof & Size,
    unitWeights: ArrayLike<number> | null = null,
    state: Pick<LedgerState, "withheld" | "toldTo"> = {},
  ) {
    this.k = k;
    this.people = people;
    this.nobodies = nobodies;
    this.groups = groups;
    this.sets = sets;
    this.told = state.toldTo ?? [];
    this.withheld = new WithheldCuts(state.withheld ?? [], k);
    this.unitWeights = unitWeights;
  }

  /**
   * An empty ledger over people numbered from 0, whose total counts as known. `weights` instead of
   * a number: units of several people that no cut will ever divide, such as the cells of a table.
   */
  static over(people: number | ArrayLike<number>, k: number): QueryLedger {
    if (!Number.isInteger(k) || k < 2) throw new RangeError("k must be a whole number from 2.");
    const units = typeof people === "number" ? people : people.length;
    const parts = new Int32Array(units);
    if (typeof people === "number") return QueryLedger.beside(parts, k);
    let weight = 0;
    for (let at = 0; at < units; at++) weight += people[at] ?? 0;
    const groups = Groups.ofParts(parts, [weight], k);
    return new QueryLedger({ k, people: units, groups, sets: null }, people);
  }

  /**
   * A ledger over people in disjoint parts whose totals everybody was told, such as what is left of each department
   * beside the shown ones below it. `partOf` has each person's, numbered from 0, or -1 where nothing was told.
   */
  static beside(partOf: Int32Array, k: number): QueryLedger {
    if (!Number.isInteger(k) || k < 2) throw new RangeError("k must be a whole number from 2.");
    const told = partOf.reduce((most, part) => Math.max(most, part + 1), 0);
    // Whoever is in no part is in one with k who are nobody, so that its total says nothing.
    const nobodies = partOf.includes(-1) ? k : 0;
    const parts = new Int32Array(partOf.length + nobodies).fill(told);
    for (const [person, part] of partOf.entries()) if (part >= 0) parts[person] = part;
    const weights = new Array<number>(nobodies > 0 ? told + 1 : Math.max(1, told)).fill(0);
    for (const part of parts) weights[part] = (weights[part] ?? 0) + 1;
    const groups = Groups.ofParts(parts, weights, k);
    const sets = InformationSets.over({ k, parts });
    if (groups === null && sets === null) throw new RangeError("A part has fewer than k people.");
    return new QueryLedger({ k, people: parts.length, nobodies, groups, sets });
  }

  /**
   * An empty ledger over people who are still arriving: nobody at first, no total known, and room
   * for more with `grow`.
   */
  static growing(k: number): QueryLedger {
    // Group 0 holds those in no answered cut, and k who never come, so that no cut can contain it.
    const state = { groupOf: new Int32Array(0), weights: [k], leading: [], tight: [], told: [] };
    return new QueryLedger({ k, people: 0, groups: Groups.load(state), sets: null });
  }

  /** A ledger over people who are still arriving, as it was saved. */
  static load(state: LedgerState): QueryLedger {
    const { k, groupOf } = state;
    const groups = Groups.load(state);
    const toldTo = state.toldTo ?? state.told.map(({ groups: of }) => contributorsIn(groupOf, of));
    return new QueryLedger({ k, people: groupOf.length, groups, sets: null }, null, {
      ...state,
      toldTo,
    });
  }

  /** The state to store between questions. Throws where there was no room for exact groups any more. */
  save(): LedgerState {
    if (this.groups === null) throw new Error("A ledger that is only proved can't be saved.");
    const { k, told: toldTo } = this;
    return { k, ...this.groups.save(), withheld: this.withheld.cuts, toldTo };
  }

  /** Makes room for people who arrived after a ledger was made with `growing`; returns the first number. */
  grow(people: number): number {
    const first = this.people;
    this.people += people;
    this.groups = this.groups?.grow(people) ?? null;
    this.told = this.told.map((members) => roomFor(members, this.people));
    return first;
  }

  /**
   * Decides about a cut, given the distinct numbers of its contributors, and notes it if answered, or if it
   * is withheld because of its answers. Pass answers with every question, or with none. Throws a RangeError for
   * contributors that are not there or there twice, and for answers in a ledger over units of several people.
   */
  ask(contributors: ArrayLike<number>, answers?: Answers): LedgerAnswer {
    const cut = this.membersOf(contributors);
    const size = this.sizeOf(contributors);
    if (size === 0) return refused("hidden-no-answer");
    if (size < this.k) return refused("hidden-few-raters");
    const proof = this.prove(cut, contributors);
    if (proof === null) return refused("hidden-subtraction");
    // What was told once is told again.
    if (answers !== undefined && !this.told.some((other) => isSame(other, cut))) {
      if (this.unitWeights !== null) throw new RangeError("Answers are those of single people.");
      const groups = proof.groups?.tell(sumOf(contributors, answers)) ?? null;
      const stop = this.tooAlike(cut, groups, answers);
      if (stop !== null) return stop;
      this.told = [...this.told, cut];
      proof.groups = groups;
    }
    this.groups = proof.groups;
    this.sets = proof.sets;
    return { answered: true };
  }

  /**
   * Notes what was answered before, or what stands for everyone and follows from the parts, without deciding anew.
   * `sum` where answers were passed. Throws for what can't have been answered.
   */
  note(contributors: ArrayLike<number>, sum?: number): void {
    const cut = this.membersOf(contributors);
    const next = this.extend(cut, contributors);
    if (next.groups === null && next.sets === null)
      throw new Error("A ledger has noted what it can't have answered.");
    if (sum !== undefined) {
      next.groups = next.groups?.tell(sum) ?? null;
      this.told = [...this.told, cut];
    }
    this.groups = next.groups;
    this.sets = next.sets;
  }

  /** Notes a cut that was withheld because of its answers. */
  noteWithheld(contributors: ArrayLike<number>): void {
    const members = listMembers(this.membersOf(contributors));
    this.withheld = new WithheldCuts([...this.withheld.cuts, members], this.k);
  }

  /** The cuts withheld because of their answers, in the order in which they were. */
  get withheldCuts(): readonly WithheldCut[] {
    return this.withheld.cuts;
  }

  /** The ledger with one more cut, where one of both ways proves that it is safe. */
  private prove(cut: Members, contributors: ArrayLike<number>): Proof | null {
    const next = this.extend(cut, contributors);
    if (next.follows || next.sets !== null) return next;
    return next.groups === null || next.groups.isolates(this.k) ? null : next;
  }

  private extend(cut: Members, contributors: ArrayLike<number>): Proof & { follows: boolean } {
    const weightOf = (at: number) => (this.unitWeights === null ? 1 : (this.unitWeights[at] ?? 0));
    const divided = this.groups?.with(contributors, weightOf, this.k) ?? null;
    const sets = this.sets?.areParts(contributors) ? "follows" : (this.sets?.with(cut) ?? null);
    const groups = divided?.groups ?? null;
    if (sets === "follows" || divided?.follows === true)
      return { groups, sets: this.sets, follows: true };
    return { groups, sets, follows: false };
  }

  /** Why the newest total may not be told because of answers, or null. Notes what is withheld. */
  private tooAlike(
    cut: Members,
    groups: Groups | null,
    { values, rules }: Answers,
  ): Refusal | null {
    const pinned = groups === null ? [] : pinnedGroups(groups.told, groups.weights, rules.scale);
    if (pinned.some((group) => (groups?.weights[group] ?? 0) < this.k))
      return refused("hidden-few-or-alike");
    const unions = [
      listMembers(cut),
      ...this.told.flatMap((other) => {
        const left = leftBeside(other, cut);
        return left === null ? [] : [listMembers(left)];
      }),
      ...pinned.map((group) => Int32Array.from(groups?.membersOf(group) ?? [])),
    ];
    for (const union of unions) {
      const counts = countPoints(
        Array.from(union, (person) => values[person] ?? Number.NaN),
        rules.scale,
      );
      const withheld = union.length < this.k ? null : this.withheld.withheld(union, counts, rules);
      if (withheld === null) continue;
      this.withheld = withheld;
      return refused("hidden-few-or-alike");
    }
    return null;
  }

  private membersOf(contributors: ArrayLike<number>): Members {
    return roomFor(membersOf(contributors, this.people - this.nobodies), this.people);
  }

  private sizeOf(contributors: ArrayLike<number>): number {
    if (this.unitWeights === null) return contributors.length;
    let people = 0;
    for (let at = 0; at < contributors.length; at++)
      people += this.unitWeights[contributors[at] ?? -1] ?? 0;
    return people;
  }
}

const isSame = (a: Members, b: Members) => a.every((byte, at) => byte === b[at]);

/** The contributors in some groups. */
function contributorsIn(groupOf: Int32Array, groups: readonly number[]): Members {
  const among = new Set(groups);
  const list: number[] = [];
  for (let at = 0; at < groupOf.length; at++) if (among.has(groupOf[at] ?? -1)) list.push(at);
  return membersOf(list, groupOf.length);
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
