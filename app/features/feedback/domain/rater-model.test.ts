import { standardPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import { seeded } from "../testing/seeded.ts";
import { fitRaterModel, modelledFigures, type RatedResponse } from "./rater-model.ts";

const figure = { figure: "managing", indexes: [0, 1, 2, 3] };

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

const rmse = (errors: number[]) =>
  Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);

/** How far plain and adjusted means are from the truth, both centred. */
function errors(made: ReturnType<typeof round>) {
  const model = fitRaterModel(figure, made.responses, standardPolicy);
  if (!model) throw new Error("no model");
  const centred = (values: number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const plain = made.amounts.map((_, participant) => {
    const own = made.responses.filter((each) => each.participantId === `p${participant}`);
    const values = own.flatMap((each) => each.ratings as number[]);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  const adjusted = plain.map((mean, participant) => {
    const leniency = model.leniencyAbout(`p${participant}`);
    return leniency.shown ? mean - leniency.mean : mean;
  });
  const truth = centred(made.amounts);
  const error = (estimates: number[]) =>
    rmse(centred(estimates).map((value, at) => value - (truth[at] ?? 0)));
  return { plain: error(plain), adjusted: error(adjusted), model };
}

test("where raters differ in leniency, adjusted means are nearer to the truth", () => {
  const { plain, adjusted } = errors(round({ leniency: 0.6 }));
  expect(adjusted).toBeLessThan(0.85 * plain);
});

test("where they don't, adjusting does next to nothing", () => {
  const { plain, adjusted } = errors(round({ leniency: 0 }));
  expect(adjusted).toBeLessThan(1.05 * plain);
});

test("it tells the variances of a whole round, with the numbers they rest on", () => {
  const { model } = errors(round({ leniency: 0.6 }));
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

test("what raters said about a participant does not move their leniency about that participant", () => {
  const made = round({ leniency: 0.6 });
  // Everyone turns on p0 by the same amount: the model's view of p0 moves, their leniency elsewhere does not.
  const turned = made.responses.map((each) =>
    each.participantId === "p0"
      ? { ...each, ratings: each.ratings.map((rating) => (rating ?? 0) - 1) }
      : each,
  );
  const about = (responses: RatedResponse[]) =>
    fitRaterModel(figure, responses, standardPolicy)?.leniencyAbout("p0");
  const before = about(made.responses);
  const after = about(turned);
  expect(before?.shown && after?.shown && Math.abs(before.mean - after.mean)).toBeLessThanOrEqual(
    0.1 + 1e-9,
  );
});

test("no leniency where fewer than five raters rated anyone else, none of self-ratings, and none of raters who don't count", () => {
  const made = round({});
  const lonely = Array.from(
    { length: 6 },
    (_, at): RatedResponse => ({
      participantId: "alone",
      rater: `only${at}`,
      relationship: "peer",
      counts: true,
      ratings: [0, 0, 0, 1],
    }),
  );
  const model = fitRaterModel(figure, [...made.responses, ...lonely], standardPolicy);
  expect(model?.leniencyAbout("alone")).toMatchObject({ shown: false });
  expect(model?.leniencyAbout("nobody")).toMatchObject({ shown: false });
  const apart = made.responses.map((each) => ({ ...each, counts: false }));
  expect(fitRaterModel(figure, apart, standardPolicy)).toBeNull();
  const selves = made.responses.map((each) => ({ ...each, relationship: "self" }));
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
  expect(modelledFigures(measure).map((each) => [each.figure, each.indexes])).toEqual([
    ["managing", [0]],
    ["leading", []],
    ["goals", [0]],
    ["range", [1]],
  ]);
});
