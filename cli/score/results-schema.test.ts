import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import type { ModelRefusal } from "./model.ts";
import type { RatingTable } from "./ratings.ts";
import { resultsJson } from "./results-json.ts";
import { REFUSALS, RESULTS_VERSION, resultsJsonSchema, resultsSchema } from "./results-schema.ts";
import { readScale } from "./scale.ts";
import { scoreRatings } from "./score-ratings.ts";

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../docs/score-results.schema.json"), "utf8"),
);
const published = z.fromJSONSchema(file);

const labels = (list: string[]): RatingTable["participant"] => {
  const names = [...new Set(list)];
  return {
    codes: Int32Array.from(list, (name) => names.indexOf(name)),
    names: { length: names.length, at: (code) => names[code] as string },
  } as RatingTable["participant"];
};

/** Ratings by participant, rater and value, with every column there can be. */
function table(rows: [string, string, number][]): RatingTable {
  return {
    values: Float64Array.from(rows, ([, , value]) => value),
    participant: labels(rows.map(([whom]) => whom)),
    participantNames: null,
    rater: labels(rows.map(([, who]) => who)),
    relationship: labels(rows.map((_, i) => (i % 3 ? "peer" : "manager"))),
    item: labels(rows.map((_, i) => `q${i % 2}`)),
    competency: labels(rows.map((_, i) => `c${i % 2}`)),
  };
}

const rows: [string, string, number][] = ["ann", "bob", "cat", "dan"].flatMap((whom, p) =>
  ["r1", "r2", "r3"].flatMap((who, r): [string, string, number][] => [
    [whom, who, Math.min(2, ((p + r) % 4) - 1)],
    [whom, who, Math.min(2, ((2 * p + r) % 4) - 1)],
  ]),
);

const ratings = { rows: 24, used: 24, unanswered: 0, bad: 0, repeats: 0, low: 1, high: 5 };
const written = (of: RatingTable, scale: string | null) =>
  [...resultsJson(scoreRatings(of, scale === null ? null : readScale(scale)), ratings)].join("");

test("the published schema is in step with the code; otherwise run npm run generate:schemas", () => {
  expect(file).toEqual(JSON.parse(JSON.stringify(resultsJsonSchema())));
});

test.each([
  ["every column and an amount scale", table(rows), "amount"],
  ["no scale", table(rows), null],
  ["a model that can't be fitted", table(rows.map(([whom, who]) => [whom, who, 1])), "amount"],
])("%s: what is found is written whole, in the published shape", (_, of, scale) => {
  const json = JSON.parse(written(of, scale));
  expect(published.safeParse(json).error).toBeUndefined();
  const { participants, ...found } = scoreRatings(of, scale === null ? null : readScale(scale));
  const all = Array.from({ length: participants.count }, (_each, code) => participants.at(code));
  // Nothing the schema doesn't know was left out.
  expect(json).toEqual(
    JSON.parse(
      JSON.stringify({ schemaVersion: RESULTS_VERSION, ...found, participants: all, ratings }),
    ),
  );
});

test("schemaVersion comes first, so that a reader can look before the rest is read", () => {
  expect(written(table(rows), "amount")).toMatch(/^\{\n"schemaVersion": 1,\n/);
});

test("raters who all say the same give an infinite F, which is null in the file", () => {
  const alike = rows.map(([whom, who], i): [string, string, number] => [
    whom,
    who,
    Math.floor(i / 6) - 1,
  ]);
  const of = table(alike);
  expect(scoreRatings(of, null).reliability.icc?.f).toBe(Number.POSITIVE_INFINITY);
  const json = JSON.parse(written(of, null));
  expect(json.reliability.icc).toMatchObject({ f: null, icc1: 1 });
  expect(published.safeParse(json).success).toBe(true);
});

test("the published schema lets new fields pass, and names what is missing, mistyped or of another version", () => {
  const json = JSON.parse(written(table(rows), "amount"));
  expect(published.safeParse({ ...json, later: 1 }).success).toBe(true);
  const paths = (changed: object) =>
    published.safeParse(changed).error?.issues.map(({ path }) => path.join("."));
  expect(paths({ ...json, schemaVersion: 2 })).toEqual(["schemaVersion"]);
  expect(paths({ ...json, agreement: undefined })).toEqual(["agreement"]);
  const participants = json.participants.map((p: object) => ({ ...p, mean: "3" }));
  expect(paths({ ...json, participants })?.[0]).toBe("participants.0.mean");
});

test("a result that the schema would not accept is not written", () => {
  const found = scoreRatings(table(rows), null);
  const participants = {
    ...found.participants,
    at: () => ({ ...found.participants.at(0), mean: Number.NaN }),
  };
  expect(() => [...resultsJson({ ...found, participants }, ratings)]).toThrow();
});

test("every reason why a model can't be fitted is in the schema", () => {
  const all: Record<ModelRefusal, true> = {
    "too-few-ratings": true,
    "one-ratee": true,
    "one-rater": true,
    "one-level": true,
    "no-variance": true,
    "ratee-is-residual": true,
    "rater-is-residual": true,
    "factor-is-residual": true,
    "factors-coincide": true,
    "fixed-effects-dependent": true,
    "not-identified": true,
    cancelled: true,
    "too-many-relationships": true,
  };
  expect([...REFUSALS].sort()).toEqual(Object.keys(all).sort());
  expect(resultsSchema.shape.schemaVersion.value).toBe(RESULTS_VERSION);
});
