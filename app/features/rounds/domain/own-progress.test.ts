import { standardPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import { type AskedRater, ownProgress } from "./own-progress.ts";

const group = (
  relationship: AskedRater["relationship"],
  asked: number,
  answered: number,
  counts = true,
): AskedRater[] =>
  Array.from({ length: asked }, (_, at) => ({ relationship, counts, answered: at < answered }));

test("a group is counted once enough were asked and enough have answered; before that it is only named", () => {
  const shown = (asked: number, answered: number) =>
    ownProgress(group("peer", asked, answered), standardPolicy)[0]?.counts;
  expect(shown(8, 5)).toEqual({ asked: 8, answered: 5 });
  expect(shown(3, 3)).toEqual({ asked: 3, answered: 3 });
  for (const [asked, answered] of [
    [8, 2],
    [8, 0],
    [2, 2],
    [1, 1],
  ] as const)
    expect(shown(asked, answered)).toBeNull();
});

test("whoever knows that both their puppets answered does not learn that one colleague did", () => {
  const counts = (raters: AskedRater[]) => ownProgress(raters, standardPolicy)[0]?.counts;
  const puppets = group("peer", 2, 2, false);
  expect(counts([...puppets, ...group("peer", 3, 1)])).toBeNull();
  expect(counts([...puppets, ...group("peer", 1, 1)])).toBeNull();
  expect(counts([...puppets, ...group("peer", 4, 3)])).toEqual({ asked: 6, answered: 5 });
  expect(counts(group("outside", 5, 5, false))).toBeNull();
});

test("one's own view and groups nobody is asked in are left out; a manager is never counted", () => {
  const raters = [...group("self", 1, 1), ...group("manager", 1, 1)];
  expect(ownProgress(raters, standardPolicy)).toEqual([{ relationship: "manager", counts: null }]);
});

test("a stricter minimum of the round counts, also for one relationship", () => {
  const policy = { ...standardPolicy, minimum: 4, minimumFor: { direct_report: 6 } };
  expect(
    ownProgress([...group("peer", 5, 3), ...group("direct_report", 6, 5)], policy).map(
      (each) => each.counts,
    ),
  ).toEqual([null, null]);
});
