import { checkPolicy } from "../check-policy.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import type { DisclosurePolicy } from "../policy.ts";
import type { HiddenReason } from "../reason.ts";
import { roundTo } from "../round-to.ts";

/**
 * A department: the people directly in it who answered, and the sum of their answers. `parent` is
 * null for a root. Parents come before their children.
 */
export type TreeNode = {
  readonly id: string;
  readonly parent: string | null;
  readonly n: number;
  readonly sum: number;
};

/** A department with everything below it, or why it is hidden. */
export type NodeFigure =
  | { readonly shown: true; readonly n: number; readonly mean: number }
  | { readonly shown: false; readonly reason: HiddenReason };

/** The figures of a tree by department id. */
export type ProtectedTree = Readonly<Record<string, NodeFigure>>;

type Range = { readonly low: number; readonly high: number };

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
 * dynamic programming over remainders capped at k. `forbidden` departments are hidden in any case.
 */
export function chooseShown(
  nodes: readonly TreeNode[],
  k: number,
  forbidden: ReadonlySet<number> = new Set(),
): boolean[] {
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
    const may = node.n >= k && !forbidden.has(index);
    const gain = may ? (best.worth[bestInside(best.worth, k)] ?? -1) : -1;
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

/** Shown departments to hide because a remainder is unanimous at an end of the scale. */
function givesAway(
  nodes: readonly TreeNode[],
  work: readonly Work[],
  shown: readonly boolean[],
  { low, high }: Range,
): number[] {
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  const above: number[] = [];
  const rest = nodes.map(({ n, sum }) => ({ n, sum }));
  const smallest = new Map<number, number>();
  for (const [index, { parent, n, sum }] of nodes.entries()) {
    const up = parent === null ? -1 : (at.get(parent) ?? -1);
    const over = up < 0 ? -1 : shown[up] ? up : (above[up] ?? -1);
    above[index] = over;
    if (shown[index]) {
      const before = work[smallest.get(over) ?? -1]?.n ?? Number.POSITIVE_INFINITY;
      if (over >= 0 && (work[index]?.n ?? 0) < before) smallest.set(over, index);
    } else if (over >= 0) {
      const own = rest[over];
      if (own !== undefined) rest[over] = { n: own.n + n, sum: own.sum + sum };
    }
  }
  // The smallest department below gives up its own figure, so that its people join the remainder.
  return rest.flatMap(({ n, sum }, index) =>
    shown[index] && n > 0 && (sum <= n * low || sum >= n * high)
      ? [smallest.get(index) ?? index]
      : [],
  );
}

/**
 * Counts and means of departments inside departments, each with everything below it, with the
 * fewest hidden so that nothing below `policy.minimumInTables` can be worked out. With the `range` of
 * the answers, remainders in which everyone gave the same extreme answer are not left standing
 * either. Throws a RangeError on repeated ids, children before parents, or counts that are not whole.
 */
export function protectTree(
  nodes: readonly TreeNode[],
  policy: DisclosurePolicy,
  range?: Range,
): Disclosed<ProtectedTree> {
  checkPolicy(policy);
  const k = policy.minimumInTables;
  const work = build(nodes);
  const forbidden = new Set<number>();
  let shown = chooseShown(nodes, k);
  while (range !== undefined && policy.alike === "withhold") {
    const away = givesAway(nodes, work, shown, range);
    if (away.length === 0) break;
    for (const index of away) forbidden.add(index);
    shown = chooseShown(nodes, k, forbidden);
  }
  const figures: Record<string, NodeFigure> = {};
  for (const [index, { id }] of nodes.entries()) {
    const { n, sum } = work[index] as Work;
    if (shown[index]) figures[id] = { shown: true, n, mean: roundTo(sum / n, policy.precision) };
    else figures[id] = { shown: false, reason: n < k ? "hidden-few-raters" : "hidden-subtraction" };
  }
  return seal(figures);
}
