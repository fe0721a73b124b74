import { expect, test } from "vitest";
import { standardPolicy } from "../src/index.ts";
import { campaign } from "./campaign.ts";
import { chance } from "./chance.ts";
import { readHiding, readMissingSpreads } from "./hiding.ts";
import { readPooledSpread } from "./pooled-spread.ts";
import { outsider, type Publication } from "./report-attacks.ts";
import { hidingInSurveys, readStandingStill } from "./survey-hiding.ts";

// The full suite is `node packages/disclosure/attacks/run.ts`; this is its first part.
const outcomes = campaign(25, false);

test.each(Object.entries(outcomes))(
  "%s: nothing is found through our rules, a lot through the plain one",
  (_, outcome) => {
    const { ours, plain } = outcome;
    expect({ algebra: ours.algebra, bounds: ours.bounds }).toEqual({ algebra: 0, bounds: 0 });
    expect(ours.tried).toBe(25);
    expect(plain.broken / plain.tried).toBeGreaterThan(0.15);
  },
);

test("reading what is hidden tells nobody that all others agree; hiding only what is alike does", () => {
  const ours = readHiding(chance("hiding"), 300, "ours");
  const plain = readHiding(chance("hiding"), 300, "plain");
  expect(ours.withheld).toBeGreaterThan(20);
  expect(ours.told).toBe(0);
  expect(plain.told).toBeGreaterThan(10);
});

test("a missing spread tells nobody that all others agree, and most spreads are shown; hiding only what is alike tells it", () => {
  const ours = readMissingSpreads(chance("missing spread"), 300, "ours");
  const plain = readMissingSpreads(chance("missing spread"), 300, "plain");
  expect(ours.told).toBe(0);
  expect(ours.surest).toBeLessThan(0.5 + 1e-6);
  expect(ours.withheld / ours.means).toBeLessThan(0.3);
  expect(plain.told).toBeGreaterThan(10);
});

test.each(Object.entries(hidingInSurveys))(
  "survey, %s: what is withheld tells nobody that all others agree; hiding only what is alike does",
  (_, read) => {
    const ours = read(chance("survey hiding"), 150, "ours");
    const plain = read(chance("survey hiding"), 150, "plain");
    expect(ours.withheld).toBeGreaterThan(20);
    expect(ours.told).toBe(0);
    expect(plain.told).toBeGreaterThan(10);
  },
);

test("a live result that stands still is seldom one of answers that are alike", () => {
  const ours = readStandingStill(chance("still"), 600, "ours");
  const plain = readStandingStill(chance("still"), 600, "plain");
  expect(ours.still).toBeGreaterThan(50);
  expect(ours.alike / ours.still).toBeLessThan(0.5);
  expect(plain.still).toBeGreaterThan(0);
  expect(plain.alike).toBe(plain.still);
});

test("the pooled spread of five small groups gives answers away, and is not shown", () => {
  const broken = (rules: "ours" | "plain", groups: number) =>
    Array.from({ length: 200 }, (_, at) =>
      readPooledSpread(chance(`spread ${at}`), groups, rules),
    ).filter(Boolean).length;
  expect(broken("plain", 5)).toBeGreaterThan(0);
  expect(broken("ours", 5)).toBe(0);
  expect(broken("ours", 20)).toBe(0);
});

test("the attacker reads a subtraction that is there", () => {
  const responses = [3, 4, 2, 5].map((rating, at) => ({
    relationship: at < 3 ? "peer" : "report",
    ratings: [rating, null, null, null, null, null],
  }));
  const figure = { item: 0, counts: null };
  const publication: Publication = {
    figures: [
      { ...figure, relationships: ["peer"], n: 3, mean: 3 },
      { ...figure, relationships: ["peer", "report"], n: 4, mean: 3.5 },
    ],
    competencies: [],
  };
  expect(outsider({ responses, policy: standardPolicy, seed: "" }, publication)).toEqual({
    algebra: 1,
    bounds: 1,
  });
});
