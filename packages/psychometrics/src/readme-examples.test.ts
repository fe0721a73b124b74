import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as library from "./index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
/** Every example with the heading it stands under. */
const blocks = readme.split(/^## /m).flatMap((section) =>
  [...section.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => ({
    family: section.slice(0, section.indexOf("\n")),
    code: code as string,
  })),
);

const random = library.seededRandom(1);
const table = (rows: number, cols: number, options: number) =>
  Array.from({ length: rows }, () => {
    const own = random.below(options - 2);
    return Array.from({ length: cols }, () => 1 + Math.min(options - 1, own + random.below(3)));
  });
const people = table(30, 9, 5);
const ratings = people.flatMap((row, ratee) =>
  row.map((value, at) => ({
    ratee,
    rater: `${ratee % 5}/${Math.floor(at / 3)}`,
    item: at % 3,
    value,
  })),
);

/** What the examples take as given. */
const given: Record<string, unknown> = {
  managing: [3, 4, 4, 2, 5],
  leading: [4, 4, 5, 3, 5],
  managingAmounts: [0, 1, -1],
  leadingAmounts: [-1, 0, 0],
  scale: { low: -2, right: 0, high: 2 },
  selfByCompetency: [3, 4, 5, 2],
  othersByCompetency: [3, 3, 4, 3],
  selfOfEveryone: people.map((row) => row[0]),
  othersOfEveryone: people.map((row) => (row[1]! + row[2]! + row[3]!) / 3),
  outcome: people.map((row) => row[4]! + random.normal()),
  ratersByItems: table(6, 4, 5),
  ratedByRaters: table(8, 4, 5),
  peopleByItems: people,
  values: ratings.map((r) => r.value),
  participantOfEachValue: ratings.map((r) => r.ratee),
  ratings,
  rows: people.flatMap((row, cluster) =>
    row.map((value, i) => ({ cluster, treated: cluster % 2 === 0, after: i % 2 === 0, value })),
  ),
  engagement: people.map((row) => row[0]! + row[1]! + random.normal()),
  drivers: people.map((row) => row.slice(2, 6)),
  ratee: ratings.map((r) => r.ratee),
  rater: ratings.map((r) => r.rater),
  teamRatings: people
    .slice(0, 10)
    .flatMap((row, i) =>
      row
        .slice(0, 5)
        .flatMap((value, j) =>
          i % 5 === j ? [] : [{ group: i < 5 ? "a" : "b", rater: i % 5, ratee: j, value }],
        ),
    ),
};

function run(code: string): Record<string, unknown> {
  const body = code.replace(/import \{[\s\S]*?\} from "@twohats\/psychometrics";/g, "");
  const declared = [...body.matchAll(/^const (\w+)/gm)].map(([, name]) => name as string);
  const names = { ...library, ...given };
  const taken = Object.keys(names).filter((name) => !declared.includes(name));
  const call = new Function(...taken, `"use strict";${body};return { ${declared.join(", ")} };`);
  return call(...taken.map((name) => names[name as keyof typeof names]));
}

test("there is an example of every family", () => {
  expect(new Set(blocks.map(({ family }) => family))).toEqual(
    new Set([
      "A mean, honestly",
      "Too little, too much",
      "Self and others",
      "Agreement",
      "Reliability",
      "Groups and generalizability",
      "Change",
      "Surveys and drivers",
      "Levels",
      "Who rated whom",
    ]),
  );
});

test.each(blocks)("$family: runs as written, and names what the package exports", ({ code }) => {
  const imported = [...code.matchAll(/import \{([\s\S]*?)\}/g)].flatMap(([, list]) =>
    (list as string).split(",").map((name) => name.trim()),
  );
  for (const name of imported.filter(Boolean)) expect(Object.keys(library)).toContain(name);
  for (const value of Object.values(run(code))) expect(value).not.toBeNull();
});

test("models of the examples are fitted, not refused", () => {
  for (const { code } of blocks.filter(({ family }) => family === "Who rated whom")) {
    for (const value of Object.values(run(code))) expect(value).toMatchObject({ ok: true });
  }
});
