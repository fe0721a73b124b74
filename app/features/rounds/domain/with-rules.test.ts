import { type Comment, decideComments, standardPolicy } from "@twohats/disclosure";
import fc from "fast-check";
import { expect, test } from "vitest";
import { policyForList } from "./list-shape.ts";
import { smallGroups } from "./small-groups.ts";
import { type CountedList, withRules } from "./with-rules.ts";

type Groups = CountedList["groups"];
const group = (relationship: Groups[number]["relationship"], asked: number, counting = asked) => ({
  ...{ relationship, asked, counting },
});
const list = (...groups: Groups): CountedList => ({ groups, policy: standardPolicy });
const alone = (lists: readonly CountedList[]) =>
  Object.fromEntries(withRules(lists).groups.map((each) => [each.relationship, each.alone]));

test("nobody chosen, and nobody asked but a manager and the participant", () => {
  const none = { shown: 0, comments: 0, rated: 0, groups: [] };
  expect(withRules([])).toEqual({ participants: 0, ...none });
  expect(withRules([list(group("self", 1), group("manager", 1))])).toEqual({
    ...{ participants: 1, ...none },
  });
});

test("a group counts as shown on its own from the minimum of those who count", () => {
  expect(
    alone([list(group("peer", 3)), list(group("peer", 2)), list(group("peer", 3, 2))]),
  ).toEqual({ peer: 1 });
});

test("a group that must join a smaller one does not count as shown on its own", () => {
  const joined = withRules([list(group("peer", 3), group("other", 1))]);
  expect(joined.groups.map((each) => each.alone)).toEqual([0, 0]);
  expect(joined.shown).toBe(1);
});

test("where participants shaped their list, it takes one more", () => {
  const groups = [group("peer", 3), group("direct_report", 4)];
  const policy = policyForList(standardPolicy, "shaped");
  expect(alone([{ groups, policy }])).toEqual({ peer: 0, direct_report: 0 });
  expect(alone([{ groups: [group("direct_report", 4)], policy }])).toEqual({ direct_report: 1 });
});

const anyList = fc
  .record({
    counts: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 4, maxLength: 4 }),
    shape: fc.constantFrom("given", "shaped", "agreed"),
  })
  .map(({ counts, shape }): CountedList => {
    const groups = (["peer", "direct_report", "other", "outside"] as const).map((each, at) => {
      const [asked = 0, counting = 0] = counts[at] ?? [];
      return group(each, asked, Math.min(asked, counting));
    });
    return { groups, policy: policyForList(standardPolicy, shape) };
  });

test("nothing is counted as shown that the lists mark as too small", () => {
  fc.assert(
    fc.property(anyList, (each) => {
      const small = smallGroups(each.groups, each.policy.minimum);
      const shown = alone([each]);
      for (const relationship of small) expect(shown[relationship]).toBe(0);
    }),
  );
});

test("comments count as shown exactly where they are, when everybody writes", () => {
  fc.assert(
    fc.property(anyList, ({ groups, policy }) => {
      const written = groups.flatMap(({ relationship, asked, counting }) =>
        Array.from(
          { length: asked },
          (_, at): Comment => ({
            ...{ relationship, question: "keep", counts: at < counting },
            text: `${relationship} ${at}`,
          }),
        ),
      );
      const [question] = decideComments(written, policy, "seed").questions;
      expect(withRules([{ groups, policy }]).comments === 1).toBe(
        question?.anonymous.shown ?? false,
      );
    }),
  );
});
