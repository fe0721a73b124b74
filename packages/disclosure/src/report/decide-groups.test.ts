import fc from "fast-check";
import { expect, test } from "vitest";
import { type DisclosurePolicy, standardPolicy } from "../policy.ts";
import { decideGroups } from "./decide-groups.ts";

const counts = (list: Record<string, number>) =>
  Object.entries(list).map(([relationship, raters]) => ({ relationship, raters }));

const names = (list: Record<string, number>, policy: DisclosurePolicy = standardPolicy) =>
  decideGroups(counts(list), policy).groups.map(({ id, raters }) => `${id} ${raters}`);

test("groups that reach the minimum stand; self and manager stand by name", () => {
  const decision = decideGroups(
    counts({ self: 1, manager: 1, peer: 4, report: 3 }),
    standardPolicy,
  );
  expect(decision.groups.map(({ id, reason }) => [id, reason])).toEqual([
    ["self", "shown-identified"],
    ["manager", "shown-identified"],
    ["peer", "shown-minimum"],
    ["report", "shown-minimum"],
  ]);
  expect(decision.all).toEqual({
    shown: true,
    relationships: ["manager", "peer", "report"],
    raters: 8,
  });
});

test("small groups merge with each other first", () => {
  expect(names({ peer: 5, report: 2, other: 1 })).toEqual(["peer 5", "merged 3"]);
});

test("a merged group that is still too small takes in the smallest group that stands", () => {
  expect(names({ peer: 5, report: 3, other: 2 })).toEqual(["peer 5", "merged 5"]);
  expect(names({ peer: 3, other: 1 })).toEqual(["merged 4"]);
});

test("nothing is shown when everybody together is too few, and not even the counts are told", () => {
  const decision = decideGroups(counts({ self: 1, peer: 1, report: 1 }), standardPolicy);
  expect(decision.groups.map(({ id }) => id)).toEqual(["self"]);
  expect(decision.hidden).toEqual([
    { relationship: "peer", shown: false, reason: "hidden-few-raters" },
    { relationship: "report", shown: false, reason: "hidden-few-raters" },
  ]);
  expect(decision.all).toEqual({ shown: false, reason: "hidden-few-raters" });
});

test("with hiding instead of merging, all raters may not add one or two to what is shown", () => {
  const hide: DisclosurePolicy = { ...standardPolicy, small: "hide" };
  const two = decideGroups(counts({ manager: 1, peer: 5, report: 2 }), hide);
  expect(two.groups.map(({ id }) => id)).toEqual(["manager", "peer"]);
  expect(two.all).toEqual({ shown: false, reason: "hidden-subtraction" });
  const three = decideGroups(counts({ manager: 1, peer: 5, report: 2, other: 1 }), hide);
  expect(three.all).toMatchObject({ shown: true, raters: 9 });
});

test("a stricter minimum for one relationship also holds for the group it merges into", () => {
  const policy = { ...standardPolicy, minimumFor: { report: 5 } };
  expect(names({ peer: 6, report: 4 }, policy)).toEqual(["merged 10"]);
  expect(names({ peer: 6, report: 5 }, policy)).toEqual(["peer 6", "report 5"]);
});

test("a relationship asked in vain and one with too few look the same", () => {
  const hide: DisclosurePolicy = { ...standardPolicy, small: "hide" };
  expect(decideGroups(counts({ peer: 3, report: 0 }), hide).hidden[0]?.reason).toBe(
    decideGroups(counts({ peer: 3, report: 2 }), hide).hidden[0]?.reason,
  );
});

test("raters who don't count reach no minimum, and are no less hidden for it", () => {
  const decide = (
    list: Record<string, readonly [raters: number, counting: number]>,
    policy = standardPolicy,
  ) =>
    decideGroups(
      Object.entries(list).map(([relationship, [raters, counting]]) => ({
        relationship,
        raters,
        counting,
      })),
      policy,
    );
  const shown = ({ groups }: { groups: readonly { id: string; raters: number }[] }) =>
    groups.map(({ id, raters }) => `${id} ${raters}`);
  // Two of one's own and one colleague.
  expect(shown(decide({ peer: [3, 1] }))).toEqual([]);
  expect(decide({ peer: [3, 1] }).all).toEqual({ shown: false, reason: "hidden-few-raters" });
  expect(shown(decide({ peer: [5, 3] }))).toEqual(["peer 5"]);
  // Nobody from outside counts: they join the smallest group that stands by those who do.
  expect(shown(decide({ peer: [3, 3], report: [4, 4], outside: [3, 0] }))).toEqual([
    "report 4",
    "merged 6",
  ]);
  const hide: DisclosurePolicy = { ...standardPolicy, small: "hide" };
  const hidden = decide({ peer: [3, 3], outside: [3, 0] }, hide);
  expect(shown(hidden)).toEqual(["peer 3"]);
  // All less peers would be three whom the reader may have asked for themselves, or honest people: hidden all the same.
  expect(hidden.all).toEqual({ shown: false, reason: "hidden-subtraction" });
});

test("counts that make no sense are refused", () => {
  const more = [{ relationship: "peer", raters: 3, counting: 4 }];
  expect(() => decideGroups(more, standardPolicy)).toThrow(RangeError);
  expect(() => decideGroups(counts({ peer: -1 }), standardPolicy)).toThrow(RangeError);
  expect(() => decideGroups(counts({ peer: 1.5 }), standardPolicy)).toThrow(RangeError);
  expect(() => decideGroups(counts({ all: 3 }), standardPolicy)).toThrow(RangeError);
  const twice = [...counts({ peer: 3 }), ...counts({ peer: 3 })];
  expect(() => decideGroups(twice, standardPolicy)).toThrow(RangeError);
});

test("always: shown anonymous groups reach the minimum, groups are disjoint, the rest is 0 or enough", () => {
  const raters = fc.integer({ min: 0, max: 7 });
  const input = fc.record({
    manager: raters,
    peer: raters,
    report: raters,
    other: raters,
    x: raters,
  });
  fc.assert(
    fc.property(
      input,
      fc.constantFrom("merge", "hide"),
      fc.integer({ min: 3, max: 5 }),
      (list, small, minimum) => {
        const policy: DisclosurePolicy = { ...standardPolicy, small, minimum };
        const { groups, hidden, all } = decideGroups(counts(list), policy);
        const seen = [
          ...groups.flatMap((g) => g.relationships),
          ...hidden.map((h) => h.relationship),
        ];
        expect(seen.toSorted()).toEqual(Object.keys(list).toSorted());
        for (const group of groups) {
          const size = group.relationships.reduce(
            (n, r) => n + (list[r as keyof typeof list] ?? 0),
            0,
          );
          expect(group.raters).toBe(size);
          if (!group.identified) expect(group.raters).toBeGreaterThanOrEqual(minimum);
        }
        if (all.shown) {
          const rest = all.raters - groups.reduce((n, g) => n + g.raters, 0);
          expect(rest === 0 || rest >= minimum).toBe(true);
        }
      },
    ),
  );
});
