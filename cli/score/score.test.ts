import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fitCrossedModel, matrixOf } from "@twohats/psychometrics";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { score } from "./score.ts";

const published = z.fromJSONSchema(
  JSON.parse(
    readFileSync(join(import.meta.dirname, "../../docs/score-results.schema.json"), "utf8"),
  ),
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "score-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Four participants, five raters, each pair but a few, with leniency and noise made by hand. */
const ROWS = [
  ["ann", "r1", 5],
  ["ann", "r2", 4],
  ["ann", "r3", 3],
  ["bob", "r1", 4],
  ["bob", "r2", 2],
  ["bob", "r4", 3],
  ["cat", "r3", 1],
  ["cat", "r4", 2],
  ["cat", "r5", 2],
  ["dan", "r1", 5],
  ["dan", "r4", 5],
  ["dan", "r5", 4],
] as const;

const SMALL = `participant,rater,value\n${ROWS.map((row) => row.join(",")).join("\n")}\n`;

async function run(content: string | Buffer, options: { scale?: string; strict?: boolean } = {}) {
  const file = join(folder, "ratings.csv");
  const dir = join(folder, "out");
  writeFileSync(file, content);
  let [out, err] = ["", ""];
  const terminal = {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
    now: () => 0,
  };
  const failure = await score(file, { out: dir, strict: false, ...options }, terminal).then(
    () => null,
    (error: unknown) => error as OperatorError,
  );
  const written = readdirSync(folder).includes("out") ? readdirSync(dir).toSorted() : [];
  const read = (name: string) => readFileSync(join(dir, name), "utf8");
  const json = written.includes("results.json") ? JSON.parse(read("results.json")) : null;
  // Whatever a test of this file writes has the published shape.
  if (json !== null) expect(published.safeParse(json).error).toBeUndefined();
  const csv = written.includes("participants.csv")
    ? parse<Record<string, string>>(read("participants.csv"), { bom: true, columns: true })
    : [];
  return { out, err, failure, written, json, csv };
}

function fitted() {
  const fit = fitCrossedModel({
    values: ROWS.map((row) => row[2]),
    ratee: ROWS.map((row) => row[0]),
    rater: ROWS.map((row) => row[1]),
  });
  if (!fit.ok) throw new Error(fit.reason);
  return fit;
}

test("the results are fitCrossedModel's, under the ids of the file", async () => {
  const { json, csv, out, failure, written } = await run(SMALL);
  expect(failure).toBeNull();
  expect(written).toEqual(["participants.csv", "results.json"]);
  const fit = fitted();
  expect(json.model.components).toEqual({
    participant: fit.components.ratee,
    rater: fit.components.rater,
    residual: fit.components.residual,
  });
  expect(json.model).toMatchObject({
    intercept: fit.fixed[0],
    engine: fit.engine,
    connected: true,
  });
  const ann = fit.ratees[0];
  expect(json.participants[0]).toMatchObject({
    id: "ann",
    raters: 3,
    ratings: 3,
    mean: 4,
    adjusted: ann?.adjusted,
    sd: ann?.sd,
    lower: ann?.lower,
    upper: ann?.upper,
    reliability: ann?.reliability,
  });
  expect(csv.map((row) => Number(row.adjusted))).toEqual(fit.ratees.map((each) => each.adjusted));
  expect(json.ratings).toMatchObject({ rows: 12, used: 12, unanswered: 0, bad: 0, repeats: 0 });
  expect(json.ratings).toMatchObject({ low: 1, high: 5 });
  expect(out).toContain("Ratings 12, participants 4, raters 5");
  expect(out).toContain("Written: ");
});

test("relationship is a fixed effect, and the intercept stays the level of the whole file", async () => {
  const kinds = ROWS.map((_, i) => (i % 3 === 0 ? "Manager" : "Peer"));
  const rows = ROWS.map((row, i) => [...row, i === 1 ? "PEER" : kinds[i]].join(","));
  const { json } = await run(`participant,rater,value,Relation\n${rows.join("\n")}`);
  const fit = fitCrossedModel({
    values: ROWS.map((row) => row[2]),
    ratee: ROWS.map((row) => row[0]),
    rater: ROWS.map((row) => row[1]),
    fixed: matrixOf(kinds.map((kind) => [kind === "Manager" ? 1 : 0])),
  });
  if (!fit.ok) throw new Error(fit.reason);
  const manager = fit.fixed[1]?.estimate ?? Number.NaN;
  const groups = json.groups.relationship;
  expect(groups.map((group: { name: string }) => group.name)).toEqual(["Manager", "PEER"]);
  expect(groups[0].difference.estimate).toBeCloseTo(manager, 8);
  expect(groups[1].difference).toBeNull();
  expect(json.model.intercept.estimate).toBeCloseTo((fit.fixed[0]?.estimate ?? 0) + manager / 3, 8);
  expect(json.model.components.rater.variance).toBeCloseTo(fit.components.rater.variance, 6);
});

test("other titles, a byte order mark, semicolons, decimal commas and the order of columns do not matter", async () => {
  const rows = ROWS.map(([whom, who, value]) => `x;${value},0;${who};${whom}`);
  const { json } = await run(`\uFEFFNote;SCORE;Reviewer_ID;"Rated person"\r\n${rows.join("\r\n")}`);
  expect(json.model.components.participant).toEqual(fitted().components.ratee);
});

test("bad rows are counted, the first ten shown with their line numbers, and the rest scored", async () => {
  const bad = ["x,r1,6", "x,r1,good", ",r1,3", "x,,3", "x,r1,=1+1", "x"].concat(
    Array.from({ length: 7 }, () => "x,r1,0"),
  );
  const { json, err, failure } = await run(`${SMALL}ann,r5,\nann,r6,NA\n\n${bad.join("\n")}\n`, {
    scale: "1-5",
  });
  expect(failure).toBeNull();
  expect(json.ratings).toMatchObject({ rows: 27, used: 12, unanswered: 2, bad: 13 });
  expect(json.participants).toHaveLength(4);
  const lines = err.trimEnd().split("\n");
  expect(lines.slice(0, 6)).toEqual([
    "13 bad rows were left out:",
    "  line 17: 6 is not on the scale",
    "  line 18: “good” is not a number",
    "  line 19: the participant is missing",
    "  line 20: the rater is missing",
    "  line 21: “=1+1” is not a number",
  ]);
  expect(lines[6]).toBe("  line 22: the rater is missing");
  expect(lines).toHaveLength(12);
  expect(lines.at(-1)).toBe("  and 3 more");
});

test("--strict ends with words for the operator and writes nothing", async () => {
  const { failure, written, err } = await run(`${SMALL}ann,r5,7\n`, { scale: "1-5", strict: true });
  expect(failure).toBeInstanceOf(OperatorError);
  expect(written).toEqual([]);
  expect(err).toContain("line 14: 7 is not on the scale");
  const clean = await run(`${SMALL}ann,r5,\n`, { scale: "1-5", strict: true });
  expect(clean.failure).toBeNull();
});

test("on an amount scale each participant gets shares and effectiveness, and minus signs survive", async () => {
  const values = [-2, 0, 0, 1, -1, 0, 2, 0, 1, -1, 0, 0];
  const rows = ROWS.map(([whom, who], i) => `${whom},${who},${values[i]}`);
  const { json, csv, err } = await run(
    `ratee,rater,rating\n${rows.join("\n")}\nann,r5,3\nann,r5,−1`,
    { scale: "amount" },
  );
  expect(err).toContain("line 14: 3 is not on the scale");
  expect(json.participants[0].amount).toEqual({
    under: 0.5,
    right: 0.5,
    over: 0,
    effectiveness: 62.5,
  });
  expect(csv[0]).toMatchObject({ mean: "-0.75", under: "0.5", effectiveness: "62.5" });
});

test("items give alpha, and agreement is told item by item with each rater counted once", async () => {
  const rows = ["a", "b", "c"].flatMap((whom, p) =>
    ["r1", "r2", "r3"].flatMap((who, r) =>
      ["q1", "q2"].map((item, i) => `${whom},${who},${1 + p + (r === 2 ? 1 : 0)},${item},C${i}`),
    ),
  );
  const { json } = await run(`person,rater,value,question,competency\n${rows.join("\n")}`, {
    scale: "1-5",
  });
  expect(json.reliability.alpha).toMatchObject({ n: 9, items: 2, alpha: 1 });
  expect(json.reliability.icc).toMatchObject({ n: 9, groups: 3 });
  // Ratings x, x and x + 1: mean deviation 4/9, variance 1/3 of a guessing variance of 2.
  expect(json.agreement.compared).toBe(6);
  expect(json.agreement.n).toBe(18);
  expect(json.agreement.averageDeviation).toBeCloseTo(4 / 9, 12);
  expect(json.agreement.rwg).toBeCloseTo(1 - 1 / 6, 12);
  expect(json.groups.item.map((g: { ratings: number }) => g.ratings)).toEqual([9, 9]);
  expect(json.groups.competency[1]).toMatchObject({ name: "C1", ratings: 9 });
});

test("ids stay text: 007 is not 7, and one that a spreadsheet would run is made harmless in the CSV only", async () => {
  const names: Record<string, string> = { ann: "007", bob: "7", cat: "=1+1", dan: "@d, e" };
  const rows = ROWS.map(([whom, who, value]) => `"${names[whom]}",${who},${value}`);
  const { json, csv } = await run(`participant,rater,value\n${rows.join("\n")}`);
  expect(json.participants.map((p: { id: string }) => p.id)).toEqual(Object.values(names));
  expect(csv.map((row) => row.id)).toEqual(["007", "7", "'=1+1", "'@d, e"]);
});

test("where leniency cannot be told, the means stand and the summary says why", async () => {
  const { json, out, failure } = await run(
    "participant,rater,value\na,r1,3\nb,r2,4\nc,r3,5\nd,r4,1",
  );
  expect(failure).toBeNull();
  expect(json.model).toEqual({ fitted: false, reason: "ratee-is-residual", n: 4 });
  expect(json.participants[1]).toMatchObject({ id: "b", mean: 4, adjusted: null, sd: null });
  expect(out).toContain("every participant has a single rating");
});

test("participants that no rater links are said not to be comparable", async () => {
  const other = ROWS.map(([whom, who, value]) => `2${whom},2${who},${value}`);
  const { json, out } = await run(SMALL + other.join("\n"));
  expect(json.model).toMatchObject({ connected: false, connectedGroups: 2 });
  expect(new Set(json.participants.map((p: { group: number }) => p.group)).size).toBe(2);
  expect(out).toContain("2 separate groups");
});

test.each([
  ["an empty file", "", {}, "has no rows"],
  ["titles only", "participant,rater,value\n", {}, "has no rows"],
  ["missing columns", "participant,mood\na,b\n", {}, "no columns for rater, value"],
  ["no usable rating", "participant,rater,value\na,b,x\n", {}, "no row with a usable rating"],
  ["an open quote", `${SMALL}"ann,r1,3\n`, {}, "wrong with the quotes"],
  ["an unknown scale", SMALL, { scale: "5-1" }, "--scale 5-1 is not known"],
])("%s is refused in words, with nothing written", async (_name, content, options, words) => {
  const { failure, written } = await run(content, options);
  expect(failure).toBeInstanceOf(OperatorError);
  expect(failure?.message).toContain(words);
  expect(written).toEqual([]);
});

test("what a file holds cannot steer the terminal", async () => {
  const { failure } = await run("participant,\u001b[2Jmood\na,b\n");
  expect(failure?.message).toContain("participant,  [2Jmood");
  const { err } = await run(`${SMALL}ann,r9,\u001b]0;x\u0007\n`);
  expect(err).toContain("line 14: “ ]0;x ” is not a number");
});
