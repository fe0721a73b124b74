import { standardPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import { seeded } from "../testing/seeded.ts";
import type { RatedResponse } from "./rated-response.ts";
import { fitRaterModel, modelledFigures } from "./rater-model.ts";

const figure = { id: "managing", indexes: [0, 1, 2, 3] };

/** Participants of a known amount, rated by raters of a known leniency; each rater rates several. */
function round({ participants = 40, raters = 60, perParticipant = 8, leniency = 0.4 }, seed = 1) {
  const random = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const amounts = Array.from({ length: participants }, () => 0.5 * normal());
  const lenient = Array.from({ length: raters }, () => leniency * normal());
  const responses = amounts.flatMap((amount, participant) => {
    const pool = Array.from({ length: raters }, (_, at) => ({ at, by: random() }))
      .toSorted((a, b) => a.by - b.by)
      .slice(0, perParticipant);
    return pool.map(
      ({ at }): RatedResponse => ({
        participantId: `p${participant}`,
        rater: `r${at}`,
        relationship: at % 2 === 0 ? "peer" : "direct_report",
        counts: true,
        ratings: figure.indexes.map(() => amount + (lenient[at] ?? 0) + 0.4 * normal()),
      }),
    );
  });
  return { amounts, lenient, responses };
}

test("it tells the variances of a whole round, with the numbers they rest on", () => {
  const model = fitRaterModel(figure, round({ leniency: 0.6 }).responses, standardPolicy);
  if (!model) throw new Error("no model");
  expect(model.connected).toBe(true);
  expect(model.variances).toMatchObject({
    shown: true,
    participants: 40,
    raters: 60,
    ratings: 320,
  });
  if (!model.variances.shown) return;
  expect(model.variances.raterVariance).toBeGreaterThan(0.15);
  expect(model.variances.raterVariance).toBeLessThan(0.7);
});

test("self-ratings say nothing of raters", () => {
  const selves = round({}).responses.map((each) => ({ ...each, relationship: "self" }));
  expect(fitRaterModel(figure, selves, standardPolicy)).toBeNull();
});

test("a round in which every rater rates one person has no model", () => {
  const apart = round({ participants: 10, raters: 60 }).responses.map((each) => ({
    ...each,
    rater: `${each.rater} ${each.participantId}`,
  }));
  expect(fitRaterModel(figure, apart, standardPolicy)).toBeNull();
});

test("hats and competencies have models, those above the hats too", () => {
  const scale = { low: -2, high: 2, centre: 0 };
  const measure = {
    items: [
      { id: "a", competency: "goals", scale },
      { id: "b", competency: "range", scale },
    ],
    competencies: [
      { id: "goals", hat: "managing" },
      { id: "range", hat: null },
    ],
    hats: ["managing", "leading"] as const,
    questions: [],
  };
  expect(modelledFigures(measure).map((each) => [each.id, each.indexes])).toEqual([
    ["managing", [0]],
    ["leading", []],
    ["goals", [0]],
    ["range", [1]],
  ]);
});
