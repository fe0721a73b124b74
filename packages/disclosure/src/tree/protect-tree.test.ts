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

const scale = { low: 1, high: 5 };
const answering = (chance: () => number) => ({ scale, chance });

/** A department in which so many gave each point. */
const answered = (id: string, parent: string | null, counts: readonly number[]): TreeNode => ({
  id,
  parent,
  n: counts.reduce((sum, count) => sum + count, 0),
  sum: counts.reduce((sum, count, at) => sum + count * (at + 1), 0),
  counts,
});
const none = [0, 0, 0, 0, 0];

test("answers that are alike are in no figure: of their department and those above only a range is told", () => {
  const nodes = [
    answered("all", null, none),
    answered("a", "all", [1, 2, 3, 2, 1]),
    answered("b", "all", [0, 0, 0, 0, 6]),
  ];
  const plain = protectTree(nodes, standardPolicy);
  expect(Object.values(plain).map(({ shown }) => shown)).toEqual([true, true, true]);
  const tree = protectTree(
    nodes,
    standardPolicy,
    answering(() => 0.999),
  );
  expect(tree.a).toEqual({ shown: true, n: 9, mean: 3 });
  expect(tree.b).toMatchObject({ reason: "hidden-near-end", high: 5, n: 6 });
  expect(tree.all).toMatchObject({ reason: "hidden-near-end", n: 15 });
  if (tree.b?.shown === false && tree.b.reason === "hidden-near-end" && tree.all?.shown === false) {
    const low = Math.floor((10 * (27 + 6 * tree.b.low)) / 15) / 10;
    expect(tree.all).toMatchObject({ low, high: 3.8 });
  }
});

test("so are the people directly in a department, when they are what is left of it", () => {
  const nodes = [answered("all", null, [6, 0, 0, 0, 0]), answered("a", "all", [1, 2, 3, 2, 1])];
  const tree = protectTree(
    nodes,
    standardPolicy,
    answering(() => 0.999),
  );
  expect(tree.a).toEqual({ shown: true, n: 9, mean: 3 });
  expect(tree.all).toMatchObject({ reason: "hidden-near-end", n: 15 });
});

test("always: with answers, no remainder of exact figures has all or all but one at an end, and ranges hold the truth", () => {
  const point = fc.constantFrom(0, 0, 2, 4, 4);
  const answers = fc.array(fc.array(point, { minLength: 7, maxLength: 7 }), {
    minLength: 9,
    maxLength: 9,
  });
  fc.assert(
    fc.property(trees, answers, fc.boolean(), (plain, given, cover) => {
      const nodes = plain.map(({ id, parent, n }, at) =>
        answered(
          id,
          parent,
          none.map((_, place) => (given[at] ?? []).slice(0, n).filter((p) => p === place).length),
        ),
      );
      const tree = protectTree(
        nodes,
        standardPolicy,
        answering(() => (cover ? 0 : 0.999)),
      );
      const shown = nodes.map(({ id }) => tree[id]?.shown === true);
      const people = remainders(nodes, shown);
      for (const end of [0, 4]) {
        const others = nodes.map((each) => ({ ...each, n: each.n - (each.counts?.[end] ?? 0) }));
        for (const [at, n] of remainders(others, shown).entries())
          if ((people[at] ?? 0) > 0) expect(n).toBeGreaterThan(1);
      }
      for (const [top, { id }] of nodes.entries()) {
        const figure = tree[id];
        if (figure?.shown !== false || figure.reason !== "hidden-near-end") continue;
        const within = new Set([nodes[top]?.id]);
        for (const each of nodes) if (each.parent && within.has(each.parent)) within.add(each.id);
        const all = nodes.filter((each) => within.has(each.id));
        const n = all.reduce((sum, each) => sum + each.n, 0);
        const mean = all.reduce((sum, each) => sum + each.sum, 0) / n;
        expect(figure.n).toBe(n);
        expect(figure.low).toBeLessThanOrEqual(mean + 1e-9);
        expect(figure.high).toBeGreaterThanOrEqual(mean - 1e-9);
      }
    }),
    { numRuns: 150 },
  );
});

test("counts that are not the answers are refused", () => {
  const rules = answering(() => 0);
  expect(() => protectTree([node("a", null, 6)], standardPolicy, rules)).toThrow('"a"');
  const wrong = { ...answered("a", null, [0, 6, 0, 0, 0]), n: 7 };
  expect(() => protectTree([wrong], standardPolicy, rules)).toThrow("not its answers");
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
