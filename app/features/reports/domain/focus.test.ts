import { expect, test } from "vitest";
import { latestDueDay, readFocus, suggestFocus } from "./focus.ts";
import type { Estimate, ReportItem, ReportRow } from "./report-content.ts";

const figure = (mean: number, half: number | null): Estimate => ({
  shown: true,
  mean,
  n: 9,
  low: half === null ? null : mean - half,
  high: half === null ? null : mean + half,
  shares: null,
  agreement: null,
});
const item = (id: string, competency: string, mean: number, half: number | null): ReportItem => ({
  id,
  competency,
  estimates: { all: figure(mean, half) },
});
const competency = (id: string, mean: number, half: number): ReportRow => ({
  id,
  hat: "managing",
  estimates: { all: figure(mean, half) },
  gap: null,
  adjusted: null,
});
const always = () => true;

test("larger and surer comes first, and a clear competency counts double", () => {
  const found = suggestFocus(
    {
      items: [
        item("unsure", "a", -1, 1.2),
        item("sure", "a", -0.9, 0.4),
        item("backed", "b", 0.7, 0.4),
        item("small", "a", 0.1, 0.4),
      ],
      competencies: [competency("a", 0, 0.3), competency("b", 0.6, 0.3)],
    },
    always,
  );
  expect(found.map(({ item: id, direction }) => [id, direction])).toEqual([
    ["backed", "less"],
    ["sure", "more"],
  ]);
});

test("what matters more in the role comes first among what is off, and what is not off stays out", () => {
  const content = {
    items: [
      item("large", "a", -0.9, 0.2),
      item("essential", "b", -0.7, 0.3),
      item("important", "c", -0.75, 0.3),
      item("right", "b", 0.1, 0.3),
    ],
    competencies: [],
  };
  const order = (importance: Parameters<typeof suggestFocus>[2]) =>
    suggestFocus(content, always, importance).map((each) => [each.item, each.importance]);
  expect(order({})).toEqual([
    ["large", null],
    ["important", null],
    ["essential", null],
  ]);
  expect(order({ b: "essential", c: "important", made: "essential" })).toEqual([
    ["essential", "essential"],
    ["large", null],
    ["important", "important"],
  ]);
});

test("where nothing is off, the surest strengths are suggested, to keep", () => {
  const found = suggestFocus(
    {
      items: [item("wide", "a", 0.1, 0.9), item("tight", "a", 0.1, 0.3)],
      competencies: [competency("a", 0.1, 0.2)],
    },
    always,
  );
  expect(found.map(({ item: id, direction }) => [id, direction])).toEqual([
    ["tight", "keep"],
    ["wide", "keep"],
  ]);
});

test("nothing is suggested from hidden figures or other scales", () => {
  const hidden: ReportItem = {
    id: "hidden",
    competency: "a",
    estimates: { all: { shown: false, reason: "hidden-few-raters" } },
  };
  expect(
    suggestFocus({ items: [hidden, item("truth", "a", 3, 0.1)], competencies: [] }, () => false),
  ).toEqual([]);
});

const rules = {
  known: (id: string) => id.startsWith("item"),
  today: "2026-03-02",
  latest: latestDueDay("2026-03-02"),
};
const row = (id: string, nextStep = "Ask one open question a day", dueOn = "2026-04-01") => ({
  item: id,
  nextStep,
  dueOn,
});
const empty = { item: "", nextStep: "", dueOn: "" };

test("one to three choices are read, empty rows skipped", () => {
  expect(readFocus([row("item1"), empty, row("item2")], rules)).toEqual({
    choices: [row("item1"), row("item2")],
    problems: [],
  });
});

test.each([
  [
    [empty, empty, empty],
    [0, "item", "missing"],
  ],
  [[row("other")], [0, "item", "unknown"]],
  [
    [row("item1"), row("item1")],
    [1, "item", "twice"],
  ],
  [[row("item1", " ")], [0, "nextStep", "missing"]],
  [[row("item1", "x".repeat(501))], [0, "nextStep", "too-long"]],
  [[row("item1", "x", "")], [0, "dueOn", "missing"]],
  [[row("item1", "x", "2026-03-02")], [0, "dueOn", "not-ahead"]],
  [[row("item1", "x", "2027-03-04")], [0, "dueOn", "too-far"]],
  [
    [empty, row("", "x")],
    [1, "item", "missing"],
  ],
])("names what is wrong with %j", (typed, [position, part, code]) => {
  expect(readFocus(typed, rules).problems).toEqual([
    { field: `focus[${position}].${part}`, code, values: { position, part } },
  ]);
});
