import { checkPolicy } from "../check-policy.ts";
import { type AnswerRules, drawWithheld, rangeOf, type Withheld } from "../cover/draw-withheld.ts";
import { type NearEnd, nearEnd } from "../cover/near-end-figure.ts";
import type { Scale } from "../cover/scale.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";
import { addCounts, countsOf } from "../table/check-counts.ts";

/**
 * A department: the people directly in it who answered, and the sum of their answers. `parent` is
 * null for a root. Parents come before their children.
 */
export type TreeNode = {
  readonly id: string;
  readonly parent: string | null;
  readonly n: number;
  readonly sum: number;
  /** How many of these gave each point of the scale, from low to high; needed where answers are to have cover. */
  readonly counts?: readonly number[];
};

/** A department with everything below it, or why it is hidden. */
export type NodeFigure =
  | { readonly shown: true; readonly n: number; readonly mean: number }
  | NearEnd
  | Hidden;

/** The figures of a tree by department id. */
export type ProtectedTree = Readonly<Record<string, NodeFigure>>;

type Work = { n: number; sum: number; own: number; children: number[] };

/** For each amount left uncovered (capped at k), the best worth of shown nodes; -1 when impossible. */
type Best = { worth: Float64Array; pick: Int32Array[] };

function build(nodes: readonly TreeNode[]): Work[] {
  const at = new Map<string, number>();
  const work: Work[] = nodes.map(({ n, sum }) => ({ n, sum, own: n, children: [] }));
  for (const [index, { id, parent, n }] of nodes.entries()) {
    if (at.has(id)) throw new RangeError(`Department "${id}" appears twice.`);
    if (!Number.isInteger(n) || n < 0) throw new RangeError("People must be counted.");
    at.set(id, index);
    if (parent === null) continue;
    const above = at.get(parent);
    if (above === undefined) throw new RangeError(`Department "${id}" comes before its parent.`);
    work[above]?.children.push(index);
  }
  for (let index = nodes.length - 1; index >= 0; index--) {
    const parent = nodes[index]?.parent;
    const above = parent == null ? undefined : work[at.get(parent) ?? -1];
    const node = work[index];
    if (above === undefined || node === undefined) continue;
    above.n += node.n;
    above.sum += node.sum;
  }
  return work;
}

/** Adds the subtree `child` to the choices so far; `pick` remembers what each child leaves uncovered. */
function join(best: Best, child: Float64Array, k: number): Best {
  const worth = new Float64Array(k + 1).fill(-1);
  const from = new Int32Array(2 * (k + 1));
  for (let a = 0; a <= k; a++) {
    const left = best.worth[a] ?? -1;
    if (left < 0) continue;
    for (let b = 0; b <= k; b++) {
      const right = child[b] ?? -1;
      const sum = Math.min(k, a + b);
      if (right < 0 || left + right <= (worth[sum] ?? -1)) continue;
      worth[sum] = left + right;
      from[2 * sum] = a;
      from[2 * sum + 1] = b;
    }
  }
  return { worth, pick: [...best.pick, from] };
}

function start(own: number, k: number): Best {
  const worth = new Float64Array(k + 1).fill(-1);
  worth[Math.min(k, own)] = 0;
  return { worth, pick: [] };
}

/** The better of nothing or enough left uncovered: what a shown node must leave. */
function bestInside(worth: Float64Array, k: number): number {
  return (worth[0] ?? -1) >= (worth[k] ?? -1) ? 0 : k;
}

/**
 * Chooses which departments to show so that no subtraction isolates fewer than k people. Shown
 * departments nest, so everything that can be worked out is made of remainders: a shown department
 * less the nearest shown ones below it. Every remainder must be empty or at least k. Among all
 * choices that keep to this, the one with most departments shown is taken (then most people), by
 * dynamic programming over remainders capped at k.
 */
export function chooseShown(nodes: readonly TreeNode[], k: number): boolean[] {
  const work = build(nodes);
  const people = work.reduce((sum, node) => sum + node.own, 0);
  const worthOf = (node: Work) => 1 + node.n / (1 + people * (work.length + 1));
  const inside: Best[] = [];
  const outside: Float64Array[] = [];
  for (let index = work.length - 1; index >= 0; index--) {
    const node = work[index] as Work;
    let best = start(node.own, k);
    for (const child of node.children) best = join(best, outside[child] as Float64Array, k);
    inside[index] = best;
    const passed = best.worth.slice();
    const gain = node.n >= k ? (best.worth[bestInside(best.worth, k)] ?? -1) : -1;
    if (gain >= 0) passed[0] = Math.max(passed[0] ?? -1, gain + worthOf(node));
    outside[index] = passed;
  }
  const shown = new Array<boolean>(work.length).fill(false);
  const target = new Int32Array(work.length).fill(-1);
  for (const [index, node] of work.entries()) {
    const { worth, pick } = inside[index] as Best;
    const out = outside[index] as Float64Array;
    let left = target[index] ?? -1;
    if (left < 0) left = out.indexOf(Math.max(...out));
    if (left === 0 && (out[0] ?? -1) > (worth[0] ?? -1)) {
      shown[index] = true;
      left = bestInside(worth, k);
    }
    for (let c = node.children.length - 1; c >= 0; c--) {
      target[node.children[c] as number] = pick[c]?.[2 * left + 1] ?? 0;
      left = pick[c]?.[2 * left] ?? 0;
    }
  }
  return shown;
}

/** People whose answers are in no figure: a remainder that is withheld, of the department at `top`. */
type Gone = {
  readonly top: number;
  readonly members: readonly number[];
  readonly withheld: Withheld;
};

/** Who is left of each shown department beside the nearest shown ones below it: the departments they are in. */
function remaindersOf(
  nodes: readonly TreeNode[],
  shown: readonly boolean[],
): Map<number, number[]> {
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  const topOf: number[] = [];
  const rest = new Map<number, number[]>();
  for (const [index, { parent, n }] of nodes.entries()) {
    const top = shown[index] ? index : parent === null ? -1 : (topOf[at.get(parent) ?? -1] ?? -1);
    topOf[index] = top;
    if (top >= 0 && n > 0) rest.set(top, [...(rest.get(top) ?? []), index]);
  }
  return rest;
}

/**
 * Takes out of the tree, draw by draw, the remainders that are to be withheld near an end of the scale, until none is
 * left among those that can be worked out.
 */
function takeOut(nodes: readonly TreeNode[], k: number, rules: AnswerRules) {
  const counts = nodes.map((node) => countsOf(node, rules.scale, `Department "${node.id}"`));
  const left = [...nodes];
  const gone: Gone[] = [];
  const allowed = new Set<string>();
  for (;;) {
    const shown = chooseShown(left, k);
    let found = false;
    for (const [top, members] of remaindersOf(left, shown)) {
      const key = members.join(" ");
      if (allowed.has(key)) continue;
      const withheld = drawWithheld(addCounts(members.map((at) => counts[at] ?? [])), rules);
      if (withheld === null) allowed.add(key);
      else {
        found = true;
        gone.push({ top, members, withheld });
        for (const at of members) left[at] = { ...(nodes[at] as TreeNode), n: 0, sum: 0 };
      }
    }
    if (!found) return { left, shown, gone };
  }
}

/**
 * What is told of a department below which answers were taken out: how many people, and between which totals they are.
 */
type Span = { people: number; known: number; low: number; high: number };

/**
 * By department, everything below included. People are known where all that was taken out with them is in the
 * department as well.
 */
function spansOf(nodes: readonly TreeNode[], gone: readonly Gone[], scale: Scale): Span[] {
  const spans = nodes.map((): Span => ({ people: 0, known: 0, low: 0, high: 0 }));
  for (const { top, members, withheld } of gone) {
    const [low, high] = rangeOf(withheld, scale);
    for (const at of members) (spans[at] as Span).people += nodes[at]?.n ?? 0;
    const people = members.reduce((sum, at) => sum + (nodes[at]?.n ?? 0), 0);
    const own = spans[top] as Span;
    own.known += people;
    own.low += low * people;
    own.high += high * people;
  }
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  for (let index = nodes.length - 1; index >= 0; index--) {
    const parent = nodes[index]?.parent;
    const above = parent == null ? undefined : spans[at.get(parent) ?? -1];
    const own = spans[index];
    if (above === undefined || own === undefined) continue;
    above.people += own.people;
    above.known += own.known;
    above.low += own.low;
    above.high += own.high;
  }
  return spans;
}

/** What a tree shows, and of whom its figures are made, by department number. */
export type DecidedTree = {
  readonly figures: ProtectedTree;
  /** Departments whose own people's total is known together, and nothing of single ones among them. */
  readonly parts: readonly (readonly number[])[];
  /** Departments whose own people were withheld together, near an end of the scale; each is one of the parts. */
  readonly withheld: readonly (readonly number[])[];
  /** Departments behind each exact total that follows from what is shown. */
  readonly told: readonly (readonly number[])[];
};

/** Departments below and at each, by number, without those in `except`. */
function withinOf(nodes: readonly TreeNode[], except: ReadonlySet<number>): number[][] {
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  const within = nodes.map((_, index) => (except.has(index) ? [] : [index]));
  for (let index = nodes.length - 1; index >= 0; index--) {
    const parent = nodes[index]?.parent;
    if (parent != null) within[at.get(parent) ?? -1]?.push(...(within[index] ?? []));
  }
  return within;
}

/** What `protectTree` shows, with what a ledger has to know of it. */
export function decideTree(
  nodes: readonly TreeNode[],
  policy: DisclosurePolicy,
  answers?: AnswerRules,
): DecidedTree {
  checkPolicy(policy);
  const k = policy.minimumInTables;
  const all = build(nodes);
  const covered = answers !== undefined && policy.alike === "withhold";
  const { left, shown, gone } = covered
    ? takeOut(nodes, k, answers)
    : { left: nodes, shown: chooseShown(nodes, k), gone: [] };
  const work = build(left);
  const spans = covered ? spansOf(nodes, gone, answers.scale) : [];
  const withheld = gone.map(({ members }) => members);
  const within = withinOf(nodes, new Set(withheld.flat()));
  const figures: Record<string, NodeFigure> = {};
  const told: number[][] = [];
  for (const [index, { id }] of nodes.entries()) {
    const { n, sum } = work[index] as Work;
    const span = spans[index] ?? { people: 0, known: 0, low: 0, high: 0 };
    const whole = (all[index] as Work).n;
    const stands = n === 0 || shown[index] === true;
    if (span.people > 0 && span.known === span.people && stands) {
      figures[id] = nearEnd((sum + span.low) / whole, (sum + span.high) / whole, whole);
    } else if (span.people === 0 && shown[index]) {
      figures[id] = { shown: true, n, mean: roundTo(sum / n, policy.precision) };
    } else figures[id] = hidden(whole < k ? "hidden-few-raters" : "hidden-subtraction");
    if (stands && n > 0 && figures[id]?.shown === (span.people === 0))
      told.push(within[index] ?? []);
  }
  return { figures, parts: [...remaindersOf(left, shown).values(), ...withheld], withheld, told };
}

/**
 * Counts and means of departments inside departments, each with everything below it, with the
 * fewest hidden so that nothing below `policy.minimumInTables` can be worked out. With `answers`, every department has
 * the counts of its own answers, and whatever could be worked out (a department, or what is left of it beside those
 * below) and would tell that all gave the same is withheld with cover: it is in no figure, and of departments over it
 * only the range is told that follows. Throws a RangeError on repeated ids, children before parents, counts that are
 * not whole or not those of the answers.
 */
export function protectTree(
  nodes: readonly TreeNode[],
  policy: DisclosurePolicy,
  answers?: AnswerRules,
): Disclosed<ProtectedTree> {
  return seal(decideTree(nodes, policy, answers).figures);
}
