import { checkPolicy } from "../check-policy.ts";
import { countPoints } from "../cover/count-points.ts";
import type { AnswerRules } from "../cover/draw-withheld.ts";
import type { NearEnd } from "../cover/near-end-figure.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import { QueryLedger } from "../ledger/query-ledger.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";
import { type DecidedTree, decideTree } from "../tree/protect-tree.ts";

/** A figure over a set of contributors, or why it is hidden. `sd` (n - 1) only where spreads were asked for. */
export type LedgerFigure =
  | { readonly shown: true; readonly n: number; readonly mean: number; readonly sd?: number }
  | NearEnd
  | Hidden;

/** A department: who is directly in it, by number. `parent` is null for a root; parents come before their children. */
export type StandingNode = {
  readonly id: string;
  readonly parent: string | null;
  readonly members: ArrayLike<number>;
};

/** A set of contributors whose figure is promised to everyone. */
export type StandingCut = { readonly id: string; readonly members: ArrayLike<number> };

/** What stands for everyone. Nodes and cuts have ids of their own. */
export type Standing = {
  readonly tree?: readonly StandingNode[];
  /** Decided one after the other, the most wanted first, beside the tree. */
  readonly cuts?: readonly StandingCut[];
};

/**
 * Each contributor's value by number; with `rules` where it is an answer that may be alike with others. `spread` asks
 * for standard deviations as well: not of answers, whose spreads need a cover of their own.
 */
export type Contributed = {
  readonly values: ArrayLike<number>;
  readonly rules?: AnswerRules;
  readonly spread?: boolean;
};

/** What was told of, or withheld for answers that are too alike: contributors by number, and their total. */
export type LedgerEntry =
  | { readonly kind: "told"; readonly members: Int32Array; readonly sum: number | null }
  | { readonly kind: "withheld"; readonly members: Int32Array };

/** A ledger at rest: settings, who is known together, and everything since, in order. It holds no single value. */
export type LedgerBook = {
  readonly minimum: number;
  readonly precision: number;
  /** Each contributor's part, whose total is known; -1 for those of whom nothing stands. */
  readonly parts: Int32Array;
  readonly entries: readonly LedgerEntry[];
};

/**
 * The one place that decides what anybody is shown of one figure: what stands for everyone is decided first and once,
 * filters after that against it. A filter can use up room for further filters, and nothing else.
 */
export class FigureLedger {
  private readonly book: Omit<LedgerBook, "entries">;
  private readonly ledger: QueryLedger;
  private readonly written: LedgerEntry[];

  private constructor(book: LedgerBook) {
    const { entries, ...settings } = book;
    this.book = settings;
    this.ledger = QueryLedger.beside(settings.parts, settings.minimum);
    this.written = [...entries];
    for (const entry of entries) {
      if (entry.kind === "withheld") this.ledger.noteWithheld(entry.members);
      else this.ledger.note(entry.members, entry.sum ?? undefined);
    }
  }

  /** The ledger as its book has it. */
  static open(book: LedgerBook): FigureLedger {
    return new FigureLedger(book);
  }

  /**
   * A figure's ledger with what stands for everyone, by node and cut. Throws a RangeError for a member that is not
   * there, in two nodes, or without a value.
   */
  static standing(
    { tree = [], cuts = [] }: Standing,
    contributed: Contributed,
    policy: DisclosurePolicy,
  ): { ledger: FigureLedger; figures: Disclosed<Readonly<Record<string, LedgerFigure>>> } {
    checkPolicy(policy);
    const { values, spread } = contributed;
    const rules = policy.alike === "withhold" ? contributed.rules : undefined;
    const decided = decideTree(
      tree.map(({ id, parent, members }) => ({ id, parent, ...totalOf(members, values, rules) })),
      policy,
      rules,
    );
    const ledger = new FigureLedger({
      minimum: policy.minimumInTables,
      precision: policy.precision,
      parts: partsOf(tree, decided, values.length),
      entries: entriesOf(tree, decided, { values, ...(rules && { rules }) }),
    });
    const own = cuts.map(({ id, members }): [string, LedgerFigure] => [
      id,
      ledger.ask(members, contributed),
    ]);
    const figures: Record<string, LedgerFigure> = { ...decided.figures };
    if (spread) {
      const within = withinTree(tree);
      for (const [id, figure] of Object.entries(figures))
        if (figure.shown) figures[id] = ledger.figureOf(within.get(id) ?? [], contributed);
    }
    return { ledger, figures: seal({ ...figures, ...Object.fromEntries(own) }) };
  }

  /** What was decided so far, to store. */
  save(): LedgerBook {
    return { ...this.book, entries: [...this.written] };
  }

  /** Everything written down so far; only ever grows. */
  get entries(): readonly LedgerEntry[] {
    return this.written;
  }

  /**
   * Decides about the figure of these contributors, and writes down what that takes. Pass rules with every question
   * of a figure, or with none.
   */
  ask(members: ArrayLike<number>, contributed: Contributed): Disclosed<LedgerFigure> {
    const { values, rules } = contributed;
    const before = this.ledger.withheldCuts.length;
    const answer = this.ledger.ask(members, rules && { values, rules });
    for (const cut of this.ledger.withheldCuts.slice(before))
      this.written.push({ kind: "withheld", members: cut });
    if (!answer.answered) return seal(hidden(answer.reason));
    this.tell(Int32Array.from(members).sort(), rules ? totalOf(members, values).sum : null);
    return seal(this.figureOf(members, contributed));
  }

  private figureOf(
    members: ArrayLike<number>,
    { values, rules, spread }: Contributed,
  ): LedgerFigure {
    if (spread && rules) throw new RangeError("Spreads of answers are not decided here.");
    const { n, sum } = totalOf(members, values);
    const figure = { shown: true, n, mean: roundTo(sum / n, this.book.precision) } as const;
    if (!spread) return figure;
    const squares = Array.from(members, (member) => ((values[member] ?? 0) - sum / n) ** 2);
    const variance = squares.reduce((total, square) => total + square, 0) / (n - 1);
    return { ...figure, sd: roundTo(Math.sqrt(variance), this.book.precision) };
  }

  private tell(members: Int32Array, sum: number | null): void {
    const same = (entry: LedgerEntry) =>
      entry.kind === "told" &&
      entry.members.length === members.length &&
      entry.members.every((member, at) => member === members[at]);
    if (!this.written.some(same)) this.written.push({ kind: "told", members, sum });
  }
}

function totalOf(members: ArrayLike<number>, values: ArrayLike<number>, rules?: AnswerRules) {
  const own = Array.from(members, (member) => {
    const value = values[member];
    if (value === undefined || Number.isNaN(value))
      throw new RangeError(`Contributor ${member} has no value.`);
    return value;
  });
  return {
    n: own.length,
    sum: own.reduce((sum, value) => sum + value, 0),
    ...(rules && { counts: countPoints(own, rules.scale) }),
  };
}

/** Everyone at or below each department. */
function withinTree(tree: readonly StandingNode[]): ReadonlyMap<string, readonly number[]> {
  const within = new Map(tree.map(({ id, members }) => [id, Array.from(members)]));
  for (const { id, parent } of tree.toReversed())
    if (parent !== null) within.get(parent)?.push(...(within.get(id) ?? []));
  return within;
}

/** The part of each contributor that a tree makes known. */
function partsOf(
  tree: readonly StandingNode[],
  { parts }: DecidedTree,
  people: number,
): Int32Array {
  const partOf = new Int32Array(people).fill(-1);
  const seen = new Uint8Array(people);
  for (const { members } of tree) {
    for (const member of Array.from(members)) {
      if (!(member >= 0 && member < people) || seen[member] === 1)
        throw new RangeError(`Contributor ${member} is in two places, or in none.`);
      seen[member] = 1;
    }
  }
  for (const [part, nodes] of parts.entries())
    for (const node of nodes)
      for (const member of Array.from(tree[node]?.members ?? [])) partOf[member] = part;
  return partOf;
}

/** What the figures of a tree tell of answers, which later questions are held against. */
function entriesOf(
  tree: readonly StandingNode[],
  { told, withheld }: DecidedTree,
  { values, rules }: Contributed,
): LedgerEntry[] {
  if (!rules) return [];
  const membersOf = (nodes: readonly number[]) =>
    Int32Array.from(nodes.flatMap((node) => Array.from(tree[node]?.members ?? []))).sort();
  return [
    ...withheld.map((nodes): LedgerEntry => ({ kind: "withheld", members: membersOf(nodes) })),
    ...told.map((nodes): LedgerEntry => {
      const members = membersOf(nodes);
      return { kind: "told", members, sum: totalOf(members, values).sum };
    }),
  ];
}
