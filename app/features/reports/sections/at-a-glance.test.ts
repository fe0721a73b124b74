import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Estimate } from "../domain/report-content.ts";
import { report, row, said, saidBy, shown } from "../testing/spoken.ts";
import { atAGlance, restOfGlance } from "./at-a-glance.ts";
import { balance } from "./balance.ts";

const t = texts.getFixedT(null, "report");

const others = { across: -0.4, up: 0.1, raters: 9, ellipse: null };
const ofHats = (managing: Estimate, leading: Estimate) => ({
  hats: [row("managing", "managing", managing), row("leading", "leading", leading)],
});
const glance = (managing: Estimate, leading: Estimate) =>
  said(atAGlance(report({ content: ofHats(managing, leading) }), t));

const little = shown(-0.4, -0.6, -0.2);
const right = shown(0.1, -0.1, 0.3);
const much = shown(0.6, 0.2, 1);
const open = shown(0.1, -0.9, 1.1);

test.each([
  [
    little,
    right,
    "Others would like more of your managing and see about the right amount of your leading.",
  ],
  [
    right,
    much,
    "Others see about the right amount of your managing and see too much of your leading.",
  ],
  [little, little, "Others would like more of your managing and leading."],
  [much, open, "Others see too much of your managing. On your leading the answers leave it open."],
  [
    open,
    open,
    "On your managing and leading the answers leave open whether it is too little, right or too much.",
  ],
])("in one minute: the verdict claims of each hat what its interval allows %#", (a, b, words) => {
  expect(glance(a, b)[0]).toBe(words);
});

test("in one minute: of each hat the words come first, then how sure, then the figure with its n", () => {
  expect(glance(little, shown(-0.3, null, null, 3)).slice(1, 3)).toEqual([
    "Managing: too little [Clear] −0.4, likely −0.6 to −0.2; 9 raters",
    "Leading [Can’t tell] −0.3; 3 raters",
  ]);
  expect(glance(shown(-0.8, -1.7, 0.1, 4), right)[1]).toBe(
    "Managing: too little [Likely] −0.8, likely −1.7 to +0.1; 4 raters",
  );
});

test("in one minute: without a figure of others there is one sentence and no card", () => {
  const hidden: Estimate = { shown: false, reason: "hidden-few-raters" };
  const none = ["There is nothing to compare yet: too few people answered."];
  expect(glance(hidden, hidden)).toEqual(none);
  expect(said(atAGlance(report({ content: { all: null } }), t))).toEqual(none);
});

test.each([
  [9, [], undefined],
  [
    4,
    [["peer"]],
    "A first impression, from 4 people besides you: one more peer would have made it firmer.",
  ],
  [
    3,
    [["direct_report"]],
    "A first impression, from 3 people besides you: 2 more direct reports would have made it firmer.",
  ],
  [
    1,
    [["peer"], ["direct_report"]],
    "A first impression, from 1 person besides you: 4 more raters would have made it firmer.",
  ],
] as const)("in one minute: with %d raters it is said how firm it is", (raters, groups, words) => {
  const unnamed = groups.map(([id]) => ({
    ...{ id, relationships: [id], raters: 3, identified: false },
  }));
  const spoken = said(
    atAGlance(report({ content: { all: { raters }, groups: unnamed } }), t),
  ).filter((each) => each.startsWith("A first impression"));
  expect(spoken).toEqual(words === undefined ? [] : [words]);
});

test("in one minute: two of each at most, with their figures, then where to begin; none is said to be none", () => {
  const places = ["plan", "vision", "range"].map((id) => ({
    ...{ id, hat: "managing", distance: 1 },
    direction: id === "plan" ? ("more" as const) : ("less" as const),
  }));
  const suggestion = { item: "ask", competency: "plan", mean: -0.8, n: 9 };
  const competencies = [row("plan", "managing", little)];
  const start = (direction: "more" | "keep", importance: "essential" | null, chosen = false) =>
    said(
      atAGlance(
        report({
          content: { competencies },
          findings: { places, suggestions: [{ ...suggestion, direction, importance }] },
          focus: chosen
            ? [{ item: "ask", direction: "more", nextStep: "x", dueOn: "2026-05-01" }]
            : [],
        }),
        t,
      ),
    );
  const words = start("more", "essential");
  const at = (title: string) => words.slice(words.indexOf(title) + 1);
  expect(at("More of")[0]).toBe("Planning [Clear] −0.4, likely −0.6 to −0.2; 9 raters");
  // Where competencies are not shared, their names are, and no figure.
  expect(at("Less of").slice(0, 2)).toEqual(["Vision [Clear]", "Range [Clear]"]);
  expect(at("Keep as it is")[0]).toMatch(/^For no competency are the answers close enough/);
  expect(words.slice(-2)).toEqual([
    "Where to begin",
    "Asking first, more of it, essential in your role. Choose your focus",
  ]);
  expect(start("keep", null).at(-1)).toMatch(
    /^Nothing is off enough to be named. A strength to use on purpose: Asking first\./,
  );
  expect(start("more", null, true).join(" ")).not.toContain("Where to begin");
  expect(said(atAGlance(report(), t))).toContain("No competency is clearly too little.");
});

test("under the card: agreement on both hats is one sentence when it is alike, and nothing is made of too few", () => {
  const agreed = (managing: "close" | "apart" | null, leading: "close" | "apart" | null) => {
    const agreement = [
      { hat: "managing", finding: managing },
      { hat: "leading", finding: leading },
    ];
    return restOfGlance(report({ findings: { agreement } }), t).flatMap(saidBy);
  };
  expect(agreed("close", "close")[0]).toBe("On managing and leading your raters agree closely.");
  expect(agreed("close", "apart").slice(0, 2)).toEqual([
    "On managing your raters agree closely.",
    expect.stringMatching(/^On leading your raters see you differently/),
  ]);
  expect(agreed(null, null)[0]).toMatch(/^How far your raters agree cannot be shown/);
});

test("balance: each hat in a sentence with its figure, then how they compare, larger end last", () => {
  const compared = (low: number, high: number, more: "across" | "up" | "unclear") => {
    const comparison = { difference: (low + high) / 2, low, high, raters: 8, more };
    const of = report({
      findings: { comparison },
      content: { balance: { self: null, others, versatility: null } },
    });
    return said(balance(of, t)).slice(-3);
  };
  expect(compared(0.2, 1.2, "across")).toEqual([
    "Others would like more of your managing (−0.4, likely −0.6 to −0.2; 9 raters).",
    "Others see about the right amount of your leading (+0.1, likely −0.1 to +0.3; 9 raters).",
    "Others see more managing than leading in what you do: by 0.7 points, likely 0.2 to 1.2; 8 raters.",
  ]);
  expect(compared(-1.2, -0.2, "up").at(-1)).toBe(
    "Others see more leading than managing in what you do: by 0.7 points, likely 0.2 to 1.2; 8 raters.",
  );
  expect(compared(-0.2, 0.4, "unclear").at(-1)).toBe(
    "Others see no clear difference between your managing and your leading (8 raters).",
  );
});

test("balance: a plane without a point is one sentence with its reason", () => {
  const hidden: Estimate = { shown: false, reason: "hidden-few-raters" };
  expect(said(balance(report({ content: ofHats(hidden, hidden) }), t))).toEqual([
    "There is nothing to show (not shown: too few raters).",
  ]);
});
