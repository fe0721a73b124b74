import fc from "fast-check";
import { expect, test } from "vitest";
import { type DisclosurePolicy, standardPolicy } from "../policy.ts";
import { discloseReportFigures } from "./disclose-report-figures.ts";
import type { Item, ItemFigure, Ratings, ReportFigures, ReportInput } from "./types.ts";

const scale = { low: 1, high: 5, centre: 3 };
const item = (id: string, competency: string | null = "goals"): Item => ({ id, competency, scale });
const competencies = [
  { id: "goals", hat: "managing" },
  { id: "plans", hat: "managing" },
];

/** Responses of one relationship; one row per rater. */
const from = (relationship: string, ...rows: (number | null)[][]): Ratings[] =>
  rows.map((ratings) => ({ relationship, ratings }));

/** Nothing is withheld beyond what must be. */
const never = () => 1 - 1e-9;

const one = (relationship: string, ...values: (number | null)[]) =>
  from(relationship, ...values.map((value) => [value]));

const report = (input: Partial<ReportInput>, policy: DisclosurePolicy = standardPolicy) =>
  discloseReportFigures(
    { items: [item("a")], competencies, responses: [], chance: never, ...input },
    policy,
  );

const figure = (figures: ReportFigures, group: string, id = "a"): ItemFigure | undefined =>
  figures.figures.find((g) => g.id === group)?.items[id];

test("a group's mean is shown at the minimum, its spread from five raters who differ", () => {
  const responses = [...one("peer", 2, 3, 4), ...one("report", 1, 2, 3, 4, 4)];
  const figures = report({ responses });
  expect(figure(figures, "peer")).toEqual({
    shown: true,
    n: 3,
    mean: 3,
    spread: { shown: false, reason: "hidden-few-for-spread" },
  });
  expect(figure(figures, "report")).toEqual({
    shown: true,
    n: 5,
    mean: 2.8,
    spread: {
      shown: true,
      sd: 1.3,
      counts: [1, 1, 1, 2, 0],
      shares: { under: 0.4, right: 0.2, over: 0.4 },
      detail: null,
    },
  });
});

test("five who nearly agree show a mean and no spread", () => {
  const figures = report({ responses: one("peer", 3, 3, 3, 3, 2) });
  expect(figure(figures, "peer")).toMatchObject({
    shown: true,
    mean: 2.8,
    spread: { shown: false, reason: "hidden-nearly-alike" },
  });
});

test("an item that too few answered says so, and one where all agree at an end that it is near it", () => {
  const skipped = report({
    items: [item("a"), item("b")],
    responses: from("peer", [1, 3], [4, 2], [null, 3]),
  });
  const alike = report({
    items: [item("a"), item("b")],
    responses: from("peer", [5, 3], [5, 2], [4, 3]),
  });
  expect(figure(skipped, "peer")).toEqual({ shown: false, reason: "hidden-few-answers" });
  expect(figure(alike, "peer")).toMatchObject({ reason: "hidden-near-end", high: 5, n: 3 });
});

test("self and manager are shown with their single answers, and an unanswered one says so", () => {
  const figures = report({ responses: [...one("self", 5), ...one("manager", null)] });
  expect(figure(figures, "self")).toMatchObject({ shown: true, n: 1, mean: 5 });
  expect(figures.decision.groups.map(({ id }) => id)).toEqual(["self"]);
  expect(figures.decision.hidden).toEqual([
    { relationship: "manager", shown: false, reason: "hidden-no-answer" },
  ]);
});

test("all raters adds up the groups and the manager, never self", () => {
  const figures = report({
    responses: [
      ...one("self", 5),
      ...one("manager", 1),
      ...one("peer", 2, 3, 4),
      ...one("report", 2, 2, 4),
    ],
  });
  expect(figure(figures, "all")).toMatchObject({ shown: true, n: 7, mean: 2.57 });
});

test("all raters is hidden on an item where it would give a hidden group away", () => {
  const items = [item("a"), item("b")];
  const rows = (second: (number | null)[]) => [
    ...from("peer", [2, 2], [3, 3], [4, 4]),
    ...from("report", ...second.map((value) => [3, value])),
  ];
  const all = (second: (number | null)[]) =>
    figure(report({ items, responses: rows(second) }), "all", "b");
  expect(all([2, 4, null])).toEqual({ shown: false, reason: "hidden-subtraction" });
  // Nobody answered: the total would say so by being the peers' own.
  expect(all([null, null, null])).toEqual({ shown: false, reason: "hidden-subtraction" });
  // Withheld because all agree: the total would give the agreement back, a range does not.
  expect(all([5, 5, 5])).toMatchObject({ reason: "hidden-near-end", low: 3.1, high: 4 });
  expect(all([2, 4, 4])).toMatchObject({ shown: true, n: 6 });
});

test("a distribution of all raters is kept back beside the mean of a group too small for one", () => {
  const responses = [...one("peer", 2, 2, 2), ...one("report", 4, 4, 4)];
  expect(figure(report({ responses }), "all")).toMatchObject({
    shown: true,
    spread: { shown: false, reason: "hidden-subtraction" },
  });
});

test("a distribution of all raters may not leave one of fewer than five after subtraction", () => {
  const hide: DisclosurePolicy = { ...standardPolicy, small: "hide" };
  const peers = one("peer", 1, 2, 3, 4, 5, 1);
  const all = (rest: Ratings[]) => figure(report({ responses: [...peers, ...rest] }, hide), "all");
  expect(all([...one("report", 2, 4), ...one("other", 2, 4)])).toMatchObject({
    shown: true,
    n: 10,
    spread: { shown: false, reason: "hidden-few-for-spread" },
  });
  const five = [...one("report", 2, 4), ...one("other", 2, 4), ...one("x", 1)];
  expect(all(five)).toMatchObject({ shown: true, n: 11, spread: { shown: true } });
});

test("competencies and hats average shown items, and are hidden when too few are", () => {
  const items = [item("a"), item("b"), item("c"), item("d"), item("e", "plans"), item("x", null)];
  const responses = from(
    "peer",
    [2, 4, null, null, 3, 3],
    [2, 3, 3, null, 3, 3],
    [3, 4, 3, 4, null, 3],
  );
  const peer = report({ items, responses }).figures[0];
  expect(peer?.competencies.goals).toEqual({
    shown: true,
    n: 3,
    mean: 3,
    within: 0,
    parts: { shown: 2, of: 4 },
    sdAtMost: null,
    shares: null,
  });
  expect(peer?.competencies.plans).toEqual({ shown: false, reason: "hidden-few-parts" });
  expect(peer?.hats.managing).toMatchObject({ shown: true, mean: 3, parts: { shown: 1, of: 2 } });
});

test("spreads of a competency come from the shown spreads of its items", () => {
  const items = [item("a"), item("b")];
  const responses = from("peer", [1, 2], [2, 2], [3, 4], [4, 4], [5, 5], [5, 1]);
  const peer = report({ items, responses }).figures[0];
  expect(peer?.competencies.goals).toMatchObject({
    n: 6,
    sdAtMost: 1.59,
    shares: { under: 0.42, right: 0.09, over: 0.5 },
  });
});

test("the caller's summary sees sorted values, and only where a spread is shown", () => {
  const seen: (readonly number[])[] = [];
  const responses = [...one("peer", 5, 1, 4, 2, 2), ...one("report", 3, 2, 4)];
  const summarise = (values: readonly number[]) => {
    seen.push(values);
    return { median: values[2] };
  };
  const figures = discloseReportFigures(
    { items: [item("a")], competencies, responses, summarise, chance: never },
    standardPolicy,
  );
  expect(seen).toEqual([[1, 2, 2, 4, 5]]);
  expect(figures.figures[0]?.items.a).toMatchObject({ spread: { detail: { median: 2 } } });
});

test("a rater who answered nothing counts as nobody", () => {
  const figures = report({ responses: one("peer", 2, 3, null), asked: ["peer", "report"] });
  expect(figures.decision.groups).toEqual([]);
  expect(figures.decision.hidden.map((h) => h.relationship)).toEqual(["peer", "report"]);
});

test("raters who don't count are in the average, and neither minimum nor spread rests on them", () => {
  const apart = (...values: number[]) =>
    one("peer", ...values).map((response) => ({ ...response, counts: false }));
  const peer = (...responses: Ratings[]) => figure(report({ responses }), "peer");
  expect(peer(...one("peer", 2), ...apart(3, 4))).toBeUndefined();
  expect(peer(...one("peer", 2, 3, 4), ...apart(1, 5))).toMatchObject({
    shown: true,
    n: 5,
    mean: 3,
    spread: { shown: false, reason: "hidden-few-for-spread" },
  });
  // Whoever knows the two can take them away: 5, 5, 4 is left, alike at an end.
  expect(peer(...one("peer", 5, 5, 4), ...apart(1, 2))).toMatchObject({
    shown: false,
    reason: "hidden-near-end",
    n: 5,
  });
  // 3, 3, 3, 3, 2 would be left.
  expect(peer(...one("peer", 3, 3, 3, 3, 2), ...apart(1, 5))).toMatchObject({
    shown: true,
    spread: { shown: false, reason: "hidden-few-for-spread" },
  });
});

test("ratings that do not fit are refused", () => {
  expect(() => report({ responses: one("peer", 6) })).toThrow(RangeError);
  expect(() => report({ responses: one("peer", 2.5) })).toThrow(RangeError);
  expect(() => report({ responses: from("peer", [1, 2]) })).toThrow(RangeError);
  const five = { ...item("b"), scale: { low: 0, high: 10 } };
  expect(() => report({ items: [item("a"), five] })).toThrow("scales");
  expect(() => report({ items: [item("a", "nonsense")] })).toThrow("nonsense");
  expect(() => report({ items: [item("a"), item("a")] })).toThrow("same id");
  const between = { ...item("b"), scale: { low: 1, high: 4, centre: 2.5 } };
  expect(() => report({ items: [between] })).toThrow("whole numbers");
});

const rating = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 5 });
const response = fc.record({
  relationship: fc.constantFrom("self", "manager", "peer", "report", "other"),
  ratings: fc.tuple(rating, rating, rating),
  counts: fc.option(fc.constant(false), { nil: true, freq: 3 }),
});
const cycle = fc.record({
  responses: fc.array(response, { maxLength: 16 }),
  small: fc.constantFrom("merge" as const, "hide" as const),
  minimum: fc.integer({ min: 3, max: 5 }),
});
const three = [item("a"), item("b"), item("c", "plans")];

test("always: figures rest on the minimum of raters who count, and differences between all and groups on nobody or the minimum", () => {
  fc.assert(
    fc.property(cycle, ({ responses, small, minimum }) => {
      const policy: DisclosurePolicy = { ...standardPolicy, small, minimum };
      const { decision, figures } = report({ items: three, responses }, policy);
      for (const [at, { id }] of three.entries()) {
        const counting = (relationships: readonly string[]) =>
          responses.filter(
            (r) => relationships.includes(r.relationship) && r.counts && r.ratings[at] !== null,
          ).length;
        let sum = 0;
        const rest = new Set(["manager", "peer", "report", "other"]);
        for (const group of decision.groups) {
          const f = figures.find((g) => g.id === group.id)?.items[id];
          if (!f?.shown) continue;
          const count = counting(group.relationships);
          if (!group.identified) expect(count).toBeGreaterThanOrEqual(minimum);
          if (f.spread.shown) expect(count).toBeGreaterThanOrEqual(5);
          if (group.id !== "self") sum += f.n;
          for (const relationship of group.relationships) rest.delete(relationship);
        }
        const all = figures.find((g) => g.id === "all")?.items[id];
        if (all?.shown) expect(all.n === sum || counting([...rest]) >= minimum).toBe(true);
      }
    }),
  );
});

test("always: the order of responses changes nothing, and neither do answers behind hidden items", () => {
  fc.assert(
    fc.property(cycle, fc.integer({ min: 1, max: 5 }), ({ responses, small, minimum }, other) => {
      const policy: DisclosurePolicy = { ...standardPolicy, small, minimum };
      const asked = ["self", "manager", "peer", "report", "other"];
      const figures = report({ items: three, responses, asked }, policy);
      expect(report({ items: three, responses: responses.toReversed(), asked }, policy)).toEqual(
        figures,
      );
      const few = responses.filter((r) => r.relationship === "peer" && r.ratings[0] !== null);
      if (few.length >= minimum || decision(figures, "peer") !== "peer") return;
      if (figures.figures.some((g) => g.id === "all" && g.items.a?.shown)) return;
      const changed = responses.map((r) =>
        few.includes(r) ? { ...r, ratings: [other, r.ratings[1], r.ratings[2]] } : r,
      );
      expect(report({ items: three, responses: changed, asked }, policy)).toEqual(figures);
    }),
  );
});

function decision(figures: ReportFigures, relationship: string): string | undefined {
  return figures.decision.groups.find((g) => g.relationships.includes(relationship))?.id;
}
