import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../data/seeded-random.ts";
import { composeTeam } from "./compose-team.ts";
import type { CoverTable } from "./cover-table.ts";
import { howManyCould } from "./how-many-could.ts";
import type { TeamNeed } from "./team-value.ts";

function tableOf(rows: number[][], availability?: number[]): CoverTable {
  const there = availability && { availability: Float64Array.from(availability) };
  const chances = Float64Array.from(rows.flat());
  return { people: rows.length, skills: rows[0]?.length ?? 0, chances, ...there };
}

/** The expected share of filled places, from the distribution of how many could, and all teams looked at. */
function valueOfTeam(
  rows: number[][],
  needs: readonly TeamNeed[],
  team: readonly number[],
): number {
  const weights = needs.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return needs.reduce((value, { skill, people = 1, weight = 1 }) => {
    const counts = howManyCould(
      team.map((person) => rows[person]![skill]!),
      people,
    );
    const filled = counts.reduce((sum, chance, k) => sum + k * chance, 0) / people;
    return value + (weight / weights) * filled;
  }, 0);
}

function bestByLooking(rows: number[][], needs: readonly TeamNeed[], size: number): number {
  let best = 0;
  for (let which = 0; which < 2 ** rows.length; which++) {
    const team = rows.flatMap((_, person) => ((which >> person) % 2 === 1 ? [person] : []));
    if (team.length <= size) best = Math.max(best, valueOfTeam(rows, needs, team));
  }
  return best;
}

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const rows = fc.array(fc.array(chance, { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 7,
});
const needs: TeamNeed[] = [{ skill: 0, people: 2 }, { skill: 1, weight: 3 }, { skill: 2 }];

describe("a team", () => {
  test("is the best there is, as looking at all of them says", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 4 }), (people, size) => {
        const [best] = composeTeam(tableOf(people), needs, { size });
        expect(best!.exact).toBe(true);
        expect(best!.people.length).toBeLessThanOrEqual(size);
        expect(Math.abs(best!.value - bestByLooking(people, needs, size))).toBeLessThan(1e-9);
        expect(Math.abs(best!.value - valueOfTeam(people, needs, best!.people))).toBeLessThan(1e-9);
      }),
      { numRuns: 200 },
    );
  });

  test("is better than what greed finds, where greed is wrong", () => {
    // Taking the all-rounder first leaves one of the two specialists out.
    const people = [
      [0.6, 0.6],
      [1, 0],
      [0, 1],
    ];
    const [best] = composeTeam(tableOf(people), [{ skill: 0 }, { skill: 1 }], { size: 2 });
    expect(best).toMatchObject({ people: [1, 2], value: 1, exact: true });
  });

  test("has nobody who adds nothing, and nobody not assessed is counted on", () => {
    const people = [[1], [0.5], [Number.NaN]];
    const [best] = composeTeam(tableOf(people), [{ skill: 0 }], { size: 3 });
    expect(best!.people).toEqual([0]);
    const nobody = composeTeam(tableOf([[Number.NaN], [0]]), [{ skill: 0 }], { size: 2 });
    expect(nobody).toEqual([
      {
        ...{ people: [], value: 0, bound: 0, exact: true, without: null },
        needs: [{ skill: 0, filled: 0, likeliest: null }],
      },
    ]);
  });

  test("keeps who is set, takes only who can be asked, and counts who is seldom there for less", () => {
    const people = [[0.2], [0.9], [0.8], [0.7]];
    const table = tableOf(people, [1, 0.1, 1, 1]);
    const options = { size: 2, set: [0], from: [0, 1, 3] };
    const [best] = composeTeam(table, [{ skill: 0 }], options);
    expect(best!.people).toEqual([0, 3]);
    expect(composeTeam(table, [{ skill: 0 }], { size: 1, set: [0] })[0]!.people).toEqual([0]);
  });
});

describe("proposals", () => {
  const people = [
    [0.9, 0.1],
    [0.1, 0.9],
    [0.8, 0.2],
    [0.2, 0.7],
  ];
  const found = composeTeam(tableOf(people), [{ skill: 0 }, { skill: 1 }], { size: 2 });

  test("show who could take each one's place, the best first", () => {
    expect(found.map(({ people }) => people)).toEqual([
      [0, 1],
      [1, 2],
      [0, 3],
    ]);
    expect(found.map(({ without }) => without)).toEqual([null, 0, 1]);
    const values = found.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  test("say for each need how likely it is filled, and by whom", () => {
    const [first] = found;
    expect(first!.needs[0]).toMatchObject({ skill: 0, likeliest: 0 });
    expect(first!.needs[0]!.filled).toBeCloseTo(1 - 0.1 * 0.9, 12);
    expect(first!.needs[1]).toMatchObject({ skill: 1, likeliest: 1 });
  });

  test("are only as many as asked for, and no team twice", () => {
    const one = composeTeam(tableOf(people), [{ skill: 0 }], { size: 1, proposals: 1 });
    expect(one).toHaveLength(1);
    const teams = composeTeam(tableOf([[1]]), [{ skill: 0 }], { size: 1, proposals: 9 });
    expect(teams.map(({ people: team }) => team)).toEqual([[0], []]);
  });
});

test("a search that outlasts patience says so, with a bound that holds and a team worth most of it", () => {
  const random = seededRandom(3);
  const wanted: TeamNeed[] = [0, 1, 2].map((skill) => ({ skill, people: 2 }));
  let given = 0;
  for (let round = 0; round < 30; round++) {
    const people = Array.from({ length: 10 }, () => [0, 1, 2].map(() => random.uniform() ** 2));
    const options = { size: 4, proposals: 1, patience: 10 };
    const [found] = composeTeam(tableOf(people), wanted, options);
    const best = bestByLooking(people, wanted, 4);
    expect(found!.bound).toBeGreaterThanOrEqual(best - 1e-9);
    expect(found!.value).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best);
    if (!found!.exact) given++;
  }
  expect(given).toBeGreaterThan(0);
});

test.each([
  ["no needs", [], { size: 1 }, "no needs"],
  ["a need for no skill", [{ skill: 2 }], { size: 1 }, "no skill has number 2"],
  ["no places", [{ skill: 0, people: 0 }], { size: 1 }, "0 places"],
  ["no weight", [{ skill: 0, weight: 0 }], { size: 1 }, "weight 0"],
  ["nobody set", [{ skill: 0 }], { size: 1, set: [9] }, "nobody has number 9"],
  ["more set than there is room for", [{ skill: 0 }], { size: 1, set: [0, 1] }, "a team of 1"],
  ["no team", [{ skill: 0 }], { size: 0 }, "a team of 0"],
  ["no proposals", [{ skill: 0 }], { size: 1, proposals: 0 }, "0 proposals"],
])("refuses %s", (_, wanted, options, message) => {
  const table = tableOf([
    [1, 1],
    [1, 1],
  ]);
  expect(() => composeTeam(table, wanted as TeamNeed[], options)).toThrow(message as string);
});
