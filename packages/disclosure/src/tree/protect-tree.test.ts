import fc from "fast-check";
import { expect, test } from "vitest";
import { standardPolicy } from "../policy.ts";
import { chooseShown, protectTree, type TreeNode } from "./protect-tree.ts";

const node = (id: string, parent: string | null, n: number): TreeNode => ({
  id,
  parent,
  n,
  sum: 3 * n,
});

test("a parent with all but one child shown would give the last child away, so another is hidden", () => {
  const tree = protectTree(
    [node("all", null, 0), node("a", "all", 9), node("b", "all", 8), node("c", "all", 3)],
    standardPolicy,
  );
  expect(tree.all).toEqual({ shown: true, n: 20, mean: 3 });
  expect(tree.a).toMatchObject({ shown: true });
  expect(tree.b).toEqual({ shown: false, reason: "hidden-subtraction" });
  expect(tree.c).toEqual({ shown: false, reason: "hidden-few-raters" });
});

test("two small siblings hide each other", () => {
  const tree = protectTree(
    [node("all", null, 0), node("a", "all", 9), node("b", "all", 3), node("c", "all", 2)],
    standardPolicy,
  );
  expect(Object.values(tree).map((figure) => figure.shown)).toEqual([true, true, false, false]);
});

test("the people directly in a department count as what remains of it", () => {
  const shown = (own: number) =>
    chooseShown([node("all", null, own), node("a", "all", 9)], 5).filter(Boolean).length;
  expect([shown(0), shown(1), shown(4), shown(5)]).toEqual([2, 1, 1, 2]);
});

/** Remainders of all shown nodes, worked out the slow way. */
function remainders(nodes: readonly TreeNode[], shown: readonly boolean[]): number[] {
  const rest = new Map<string, number>();
  const parents = new Map(nodes.map((n) => [n.id, n.parent]));
  const isShown = new Map(nodes.map((n, index) => [n.id, shown[index]]));
  for (const { id, n } of nodes) {
    let at: string | null | undefined = id;
    while (at != null && !isShown.get(at)) at = parents.get(at);
    if (at != null) rest.set(at, (rest.get(at) ?? 0) + n);
  }
  return [...rest.values()];
}

const trees = fc
  .array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 9 })
  .map((list) =>
    list.map(([up, n], index) => node(`${index}`, index === 0 ? null : `${up % index}`, n)),
  );

test("always: no remainder lies between 1 and k - 1, and no choice shows more departments", () => {
  fc.assert(
    fc.property(trees, fc.integer({ min: 3, max: 6 }), (nodes, k) => {
      const sizes = nodes.map((_, index) => {
        const all = new Set([nodes[index]?.id]);
        for (const n of nodes) if (n.parent !== null && all.has(n.parent)) all.add(n.id);
        return nodes.filter((n) => all.has(n.id)).reduce((sum, n) => sum + n.n, 0);
      });
      const safe = (shown: readonly boolean[]) =>
        shown.every((s, index) => !s || (sizes[index] ?? 0) >= k) &&
        remainders(nodes, shown).every((rest) => rest === 0 || rest >= k);
      const chosen = chooseShown(nodes, k);
      expect(safe(chosen)).toBe(true);
      let most = 0;
      for (let mask = 0; mask < 2 ** nodes.length; mask++) {
        const shown = nodes.map((_, index) => (mask & (1 << index)) !== 0);
        if (safe(shown)) most = Math.max(most, shown.filter(Boolean).length);
      }
      expect(chosen.filter(Boolean).length).toBe(most);
    }),
    { numRuns: 60 },
  );
});

test("a remainder in which all gave the same extreme answer does not stand, shown or by subtraction", () => {
  const nodes = [node("all", null, 0), node("a", "all", 9), { ...node("b", "all", 6), sum: 30 }];
  const range = { low: 1, high: 5 };
  const shown = (tree: Record<string, { shown: boolean }>) =>
    Object.keys(tree).filter((id) => tree[id]?.shown);
  expect(shown(protectTree(nodes, standardPolicy))).toEqual(["all", "a", "b"]);
  expect(shown(protectTree(nodes, standardPolicy, range))).toEqual(["all"]);
});

test("always: with a range, no remainder is unanimous at an end", () => {
  const means = fc.array(fc.constantFrom(1, 1, 3, 5), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(trees, means, (plain, mean) => {
      const nodes = plain.map((n, at) => ({ ...n, sum: n.n * (mean[at] ?? 3) }));
      const tree = protectTree(nodes, standardPolicy, { low: 1, high: 5 });
      const shown = nodes.map(({ id }) => tree[id]?.shown === true);
      const ones = nodes.map((n) => ({ ...n, n: n.sum - n.n }));
      const fives = nodes.map((n) => ({ ...n, n: 5 * n.n - n.sum }));
      const people = remainders(nodes, shown);
      for (const [at, n] of people.entries()) {
        if (n === 0) continue;
        expect(remainders(ones, shown)[at]).toBeGreaterThan(0);
        expect(remainders(fives, shown)[at]).toBeGreaterThan(0);
      }
    }),
    { numRuns: 100 },
  );
});

test("wrong trees are refused", () => {
  expect(() => protectTree([node("a", "b", 3), node("b", null, 3)], standardPolicy)).toThrow(
    "before",
  );
  expect(() => protectTree([node("a", null, 3), node("a", null, 3)], standardPolicy)).toThrow(
    "twice",
  );
  expect(() => protectTree([node("a", null, 1.5)], standardPolicy)).toThrow(RangeError);
});
