import { expect, test } from "vitest";
import { type LevelsByPerson, type TableLevel, TableLevels } from "../table-level.ts";
import { neededFrom } from "../tables/needed.ts";
import { coverAfter, readChanges, writeChange } from "./changes.ts";
import { byWeakness, coverTable, namedCover } from "./cover-figures.ts";
import { coverHref, readCoverQuery } from "./cover-query.ts";
import { standInsFor } from "./stand-ins.ts";
import { readTeamQuery } from "./team-query.ts";
import { closedGaps, trainingNeeds } from "./training-needs.ts";

const level = (estimate: number, sd = 0.3): TableLevel => ({
  ...{ n: 1, estimate, sd, lower: estimate - 1.28 * sd, upper: estimate + 1.28 * sd },
  ...{ newestOn: "2026-02-01", sources: ["manager"] },
});

const people = [{ id: "ana" }, { id: "bo" }, { id: "cy" }];
const competencies = [{ id: "a" }, { id: "b" }, { id: "c" }];
const levels: LevelsByPerson = new Map([
  [
    "ana",
    new TableLevels([
      ["a", level(4)],
      ["b", level(4)],
      ["elsewhere", level(1)],
    ]),
  ],
  [
    "bo",
    new TableLevels([
      ["a", level(4)],
      ["b", level(2)],
    ]),
  ],
]);
const asked = { competencies, levels, level: 4, there: 0.9 };
const table = coverTable({ ...asked, people });

test("not assessed is no chance, and whoever is behind a figure is named with it", () => {
  expect([...table.chances].map((each) => Number.isNaN(each))).toEqual([
    ...[false, false, true, false, false, true, true, true, true],
  ]);
  const [a, b, c] = namedCover(table);
  expect(a).toMatchObject({ atLevel: 2, onlyOne: null, assessed: 2, notAssessed: 1 });
  expect(b).toMatchObject({ atLevel: 1, onlyOne: 0, nearest: [{ person: 1 }] });
  expect(c).toMatchObject({ nobody: 1, assessed: 0, holders: [], nearest: [] });
});

test("nobody is there as likely as the product says", () => {
  const [a] = namedCover(table);
  const p = table.chances[0]!;
  expect(a?.nobody).toBeCloseTo((1 - 0.9 * p) ** 2, 12);
});

test("what rests on one comes before what rests on more, and what nobody assessed last", () => {
  expect(
    namedCover(table)
      .sort(byWeakness)
      .map(({ skill }) => skill),
  ).toEqual([1, 0, 2]);
});

test("changes stand in an address and come back, and what is none is left out", () => {
  const changes = [
    { kind: "go", person: "ana" },
    { kind: "come", person: "di" },
    { kind: "train", person: "bo", competency: "b", level: 4 },
    { kind: "new", competency: "c", level: 5 },
  ] as const;
  expect(readChanges(changes.map(writeChange))).toEqual(changes);
  expect(readChanges(["", "go", "go~", "train~bo~b", "train~bo~b~x", "new~c~0", "x~y"])).toEqual(
    [],
  );
  const query = readCoverQuery(
    new URLSearchParams("level=4&change=go~ana&go=ana&train=bo&in=b&toLevel=4"),
  );
  expect(query.changes).toEqual([changes[0], changes[2]]);
  expect(coverHref(query)).toBe("/skills/cover?level=4&change=go%7Eana&change=train%7Ebo%7Eb%7E4");
  expect(readCoverQuery(new URLSearchParams("there=3")).there).toBe(85);
});

const rowOf = new Map(people.map(({ id }, at) => [id, at]));
const columnOf = new Map(competencies.map(({ id }, at) => [id, at]));
const numbers = {
  person: (id: string) => rowOf.get(id),
  competency: (id: string) => columnOf.get(id),
  elsewhere: (id: string) => (id === "di" ? [0.9, Number.NaN, 0.8] : undefined),
};
const after = (...texts: string[]) => coverAfter(table, readChanges(texts), numbers, 4);

test("training a second one ends that everything rests on one, and makes nobody worse", () => {
  const { changed, unknown } = after("train~bo~b~4");
  expect(unknown).toEqual([]);
  expect(changed).toMatchObject([
    { skill: 1, before: { atLevel: 1, onlyOne: 0 }, after: { atLevel: 2, onlyOne: null } },
  ]);
  expect(after("train~ana~a~1").changed).toEqual([]);
});

test("whoever goes is missed, whoever comes is counted, and nobody goes twice", () => {
  expect(after("go~ana").changed.map(({ skill, after: is }) => [skill, is.atLevel])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(after("come~di").changed.map(({ skill }) => skill)).toContain(2);
  expect(after("new~c~5").changed).toMatchObject([
    { skill: 2, after: { atLevel: 1, assessed: 1 } },
  ]);
  expect(after("go~ana", "train~ana~b~4").unknown).toHaveLength(1);
  expect(
    after("go~nobody", "come~ana", "train~bo~nothing~4", "new~nothing~4").unknown,
  ).toHaveLength(4);
});

test("who could stand in is told with what they miss and what nobody knows", () => {
  expect(standInsFor(table, 0)).toEqual({
    needs: [0, 1],
    standIns: [{ person: 1, could: [0], missing: [1], notAssessed: [] }],
  });
  expect(standInsFor(table, 2)).toEqual({ needs: [], standIns: [] });
});

test("a need that is said twice is the last, and a count that is none is one", () => {
  const query = readTeamQuery(
    new URLSearchParams("need=a&people=2&need=&people=5&need=b&people=x&need=a&people=3&size=99"),
  );
  expect(query.needs).toEqual([
    { competency: "a", people: 3 },
    { competency: "b", people: 1 },
  ]);
  expect(query.size).toBe(4);
});

const neededBy = neededFrom(new Map(), { level: 4, weight: 1 });

test("training needs: who is clearly short by name, and not assessed adds nothing", () => {
  const needs = trainingNeeds(people, competencies, levels, neededBy);
  expect(needs.map(({ competency }) => competency)).toEqual(["b", "a", "c"]);
  expect(needs[0]).toMatchObject({ short: ["bo"], met: 1, notAssessed: 1 });
  expect(needs[2]).toMatchObject({ missing: 0, notAssessed: 3 });
  expect(trainingNeeds(people, competencies, levels, neededFrom(new Map()))).toEqual([]);
  const roles = new Map([["ana", new Map([["c", { level: 2, weight: 1 }]])]]);
  expect(trainingNeeds(people, competencies, levels, neededFrom(roles))).toEqual([
    { competency: "c", missing: 0, short: [], open: 0, met: 0, notAssessed: 1 },
  ]);
});

test("a gap closed is one that was there: who was never assessed before closed none", () => {
  const before: LevelsByPerson = new Map([["ana", new TableLevels([["a", level(2)]])]]);
  expect(closedGaps(people, before, levels, neededBy)).toEqual([
    { personId: "ana", competency: "a", needed: 4 },
  ]);
});
