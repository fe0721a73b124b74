import { isDisclosed, standardPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import type { Measure } from "~/features/questionnaires/domain/measure.ts";
import { poolSpreads, raterScore } from "./pooled-spreads.ts";
import type { ScoredResponse } from "./rated-response.ts";
import { scoreParticipant } from "./score-participant.ts";

const amount = { low: -2, high: 2, centre: 0 };
const measure: Measure = {
  items: [
    { id: "m1", competency: "goals", scale: amount },
    { id: "m2", competency: "goals", scale: amount },
    { id: "l1", competency: "vision", scale: amount },
    { id: "l2", competency: "vision", scale: amount },
  ],
  competencies: [
    { id: "goals", hat: "managing" },
    { id: "vision", hat: "leading" },
  ],
  hats: ["managing", "leading"],
  questions: ["keep"],
};

/** Nothing is withheld beyond what must be. */
const never = () => 1 - 1e-9;

const from = (
  participantId: string,
  relationship: string,
  ...rows: (number | null)[][]
): ScoredResponse[] =>
  rows.map((ratings) => ({ participantId, relationship, ratings, counts: true }));

// Twenty participants whose raters differ by one point: enough for a pooled spread.
const elsewhere = Array.from({ length: 20 }, (_, index) =>
  from(
    `p${index}`,
    "peer",
    [0, 0, 0, 0],
    [1, 1, 0, 0],
    [-1, -1, 1, 1],
    [0, 0, -1, -1],
    [1, 0, 0, 0],
  ),
).flat();

const mine = [
  ...from("me", "self", [0, 0, 2, 2]),
  ...from("me", "manager", [1, 1, -1, -1]),
  ...from("me", "peer", [1, 1, -1, -1], [2, 1, -1, -2], [1, 0, -1, 0]),
  ...from("me", "direct_report", [1, 2, -1, -1], [1, 1, 0, -1]),
];

const score = (
  responses: ScoredResponse[],
  comments: { relationship: string; question: string; text: string }[] = [],
) =>
  scoreParticipant({
    measure,
    responses,
    asked: ["self", "manager", "peer", "direct_report"],
    comments,
    spreads: poolSpreads(measure, [...elsewhere, ...responses], standardPolicy),
    marginals: {},
    chance: never,
    policy: standardPolicy,
    seed: "seed",
  });

test("a rater's score is the mean of what they answered, and nothing when they could say too little", () => {
  expect(raterScore([1, null, 2, 0], [0, 1, 2])).toBe(1.5);
  expect(raterScore([1, null, null, 0], [0, 1, 2])).toBeNull();
});

test("the report is a disclosed value, with every shown figure resting on the minimum or on someone named", () => {
  const content = score(mine);
  expect(isDisclosed(content)).toBe(true);
  for (const row of [...content.hats, ...content.competencies, ...content.items]) {
    for (const [group, figure] of Object.entries(row.estimates)) {
      if (figure.shown && group !== "self" && group !== "manager")
        expect(figure.n).toBeGreaterThanOrEqual(3);
    }
  }
});

test("two direct reports never stand alone", () => {
  const content = score(mine);
  expect(content.groups.map((group) => group.id)).not.toContain("direct_report");
});

test("managing is seen as too much and leading as too little, and the plane says so with an ellipse", () => {
  const { others, self } = score(mine).balance;
  expect(others?.across).toBeGreaterThan(0.5);
  expect(others?.up).toBeLessThan(-0.5);
  expect(others?.raters).toBe(6);
  expect(others?.ellipse?.major).toBeGreaterThanOrEqual(
    others?.ellipse?.minor ?? Number.POSITIVE_INFINITY,
  );
  expect(self).toEqual({ across: 0, up: 2 });
});

test("a gap between self and others is clear only when its interval leaves out zero", () => {
  const rows = new Map(score(mine).hats.map((row) => [row.id, row]));
  expect(rows.get("leading")?.gap).toMatchObject({ clear: true });
  const agreeing = score([...mine.slice(1), ...from("me", "self", [1, 1, -1, -1])]);
  expect(agreeing.hats.find((row) => row.id === "leading")?.gap).toMatchObject({ clear: false });
});

test("more raters make a narrower interval", () => {
  const width = (responses: ScoredResponse[]) => {
    const figure = score(responses).hats[0]?.estimates.all;
    return figure?.shown && figure.low !== null && figure.high !== null
      ? figure.high - figure.low
      : Number.NaN;
  };
  const more = [
    ...mine,
    ...from("me", "peer", [1, 1, -1, -1], [2, 1, 0, 0], [0, 1, -1, -1], [1, 1, -1, 0]),
  ];
  expect(width(more)).toBeLessThan(width(mine));
});

test("in a round too small to tell how much raters differ, a cautious spread is assumed", () => {
  const content = scoreParticipant({
    measure,
    responses: mine,
    asked: ["peer"],
    comments: [],
    spreads: poolSpreads(measure, mine, standardPolicy),
    marginals: {},
    chance: never,
    policy: standardPolicy,
    seed: "seed",
  });
  const all = content.hats[0]?.estimates.all;
  // A quarter of the scale is 1 point: six raters, 1.96 / root 6 on either side.
  expect(all?.shown && all.low !== null && all.mean - all.low).toBeCloseTo(0.8, 6);
  expect(content.balance.others?.ellipse?.major).toBeCloseTo(Math.sqrt(5.9915 / 6), 2);
});

test("no interval leaves its scale", () => {
  const extreme = [
    ...from("me", "manager", [2, 2, -2, -2]),
    ...from("me", "peer", [2, 2, -2, -2], [2, 1, -2, -2], [2, 2, -2, -1]),
  ];
  for (const row of [...score(extreme).hats, ...score(extreme).competencies]) {
    for (const figure of Object.values(row.estimates)) {
      if (!figure.shown || figure.low === null || figure.high === null) continue;
      expect(figure.low).toBeGreaterThanOrEqual(-2);
      expect(figure.high).toBeLessThanOrEqual(2);
    }
  }
  expect(score(extreme).hats[0]?.estimates.manager).toMatchObject({ high: 2 });
});

test("only a self-rating: no figure of others, no plane, and it says why", () => {
  const content = score(from("me", "self", [0, 0, 1, 1]));
  expect(content.all).toBeNull();
  expect(content.balance.others).toBeNull();
  expect(content.hidden.map((each) => each.relationship)).toEqual([
    "manager",
    "peer",
    "direct_report",
  ]);
  expect(content.hats.every((row) => row.gap === null)).toBe(true);
});

test("comments of two people are kept back, of three are shown together", () => {
  const comment = (text: string) => ({ relationship: "peer", question: "keep", text });
  const shown = (texts: string[]) =>
    score(mine, texts.map(comment)).comments.questions.flatMap((each) =>
      each.groups.flatMap((group) => group.texts),
    );
  expect(shown(["Calm on the quay", "Clear rosters"])).toEqual([]);
  expect(shown(["Calm on the quay", "Clear rosters", "Listens"]).toSorted()).toEqual([
    "Calm on the quay",
    "Clear rosters",
    "Listens",
  ]);
});

test("the order of responses changes nothing", () => {
  expect(score(mine.toReversed())).toEqual(score(mine));
});

const sixAlike = [
  ...from("me", "self", [0, 0, 0, 0]),
  ...from(
    "me",
    "peer",
    [-1, 1, -1, 0],
    [1, -1, 0, -1],
    [-1, 1, -1, 0],
    [1, 0, 0, 1],
    [0, 1, -1, -1],
    [0, -1, 1, 0],
  ),
];

test("agreement is the average deviation, where spreads may be shown, and unknown elsewhere", () => {
  const content = score(sixAlike);
  const item = content.items.find((each) => each.id === "m1")?.estimates.peer;
  // -1 1 -1 1 0 0 about 0: four deviations of 1 in six answers.
  expect(item).toMatchObject({ shown: true, agreement: 0.7 });
  expect(content.competencies[0]?.estimates.peer).toMatchObject({
    // (4 / 6 + 5 / 6) / 2 is three quarters.
    agreement: 0.8,
  });
  const [managerAlone] = score(mine).competencies;
  expect(managerAlone?.estimates.manager).toMatchObject({ shown: true, agreement: null });
});

test("versatility is the distance of both hats from the right amount, and says how many saw it", () => {
  const { others, versatility } = score(mine).balance;
  const distance = Math.hypot(others?.across ?? 0, others?.up ?? 0) / Math.hypot(2, 2);
  expect(versatility).toEqual({ value: Math.round(100 * (1 - distance)), raters: 6 });
});
