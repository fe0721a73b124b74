import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { coverOf } from "./cover-of.ts";
import type { CoverTable } from "./cover-table.ts";
import { howManyCould } from "./how-many-could.ts";
import { whatIf } from "./what-if.ts";

/** People in rows; null: not assessed. */
function tableOf(rows: (number | null)[][], availability?: number[]): CoverTable {
  const skills = rows[0]?.length ?? 0;
  const chances = Float64Array.from(rows.flat().map((chance) => chance ?? Number.NaN));
  const there = availability && { availability: Float64Array.from(availability) };
  return { people: rows.length, skills, chances, ...there };
}

/** Of everybody being able or not, one case after the other. */
function byCases(chances: readonly number[], most: number): number[] {
  const counts = new Array<number>(most + 1).fill(0);
  for (let which = 0; which < 2 ** chances.length; which++) {
    let chance = 1;
    let able = 0;
    chances.forEach((p, at) => {
      const isAble = (which >> at) % 2 === 1;
      chance *= isAble ? p : 1 - p;
      if (isAble) able++;
    });
    counts[Math.min(most, able)]! += chance;
  }
  return counts;
}

const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe("how many could", () => {
  test("is what all cases add up to, and its first is the product of 1 - p", () => {
    fc.assert(
      fc.property(
        fc.array(chance, { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (chances, most) => {
          const counts = [...howManyCould(chances, most)];
          const expected = byCases(chances, most);
          for (const [k, value] of counts.entries())
            expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-12);
          const nobody = chances.reduce((product, p) => product * (1 - p), 1);
          expect(Math.abs(counts[0]! - nobody)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  test("is the binomial when all are alike", () => {
    const counts = howManyCould([0.5, 0.5, 0.5, 0.5], 4);
    expect([...counts]).toEqual([1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]);
  });

  test("refuses what is no chance or no count", () => {
    expect(() => howManyCould([1.1], 2)).toThrow("a chance of 1.1");
    expect(() => howManyCould([Number.NaN], 2)).toThrow("a chance of NaN");
    expect(() => howManyCould([0.1], 0)).toThrow("counted up to 0");
  });
});

describe("cover", () => {
  test("multiplies levels and presence; who is away counts as at level, but not as there", () => {
    const [one, two] = coverOf(
      tableOf(
        [
          [0.9, 0.2],
          [0.5, 0.1],
        ],
        [0.5, 1],
      ),
    );
    expectClose(one!.nobody, (1 - 0.45) * (1 - 0.5), 1e-12);
    expectClose(one!.mean, 0.95, 1e-12);
    expect(one).toMatchObject({ atLevel: 2, onlyOne: null, assessed: 2, notAssessed: 0 });
    expect(two).toMatchObject({ atLevel: 0, onlyOne: null });
  });

  test("names the one who alone is probably at level", () => {
    const cover = coverOf(tableOf([[0.4], [0.5], [0.49], [null]]));
    expect(cover[0]).toMatchObject({ atLevel: 1, onlyOne: 1, assessed: 3, notAssessed: 1 });
    expect(coverOf(tableOf([[0.4], [0.5]]), { atLevel: 0.4 })[0]?.onlyOne).toBeNull();
  });

  test("takes nobody who isn't assessed for able or unable", () => {
    const [skill] = coverOf(tableOf([[null], [null]]));
    expect(skill).toMatchObject({ nobody: 1, mean: 0, atLevel: 0, assessed: 0, notAssessed: 2 });
    expect(skill!.counts).toEqual([1, 0, 0, 0]);
  });

  test("of nobody, and of no skills", () => {
    const empty = { people: 0, skills: 1, chances: new Float64Array() };
    expect(coverOf(empty)[0]).toMatchObject({ nobody: 1, mean: 0, assessed: 0 });
    expect(coverOf({ people: 1, skills: 0, chances: new Float64Array() })).toEqual([]);
  });

  test("each skill has what its own people give it, whatever stands beside it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.option(chance), fc.option(chance)), { minLength: 1, maxLength: 9 }),
        (rows) => {
          coverOf(tableOf(rows.map((row) => [...row]))).forEach((found, skill) => {
            const chances = rows.flatMap((row) => row[skill] ?? []);
            const counts = howManyCould(chances, 3);
            counts.forEach((value, k) => {
              expect(Math.abs(found.counts[k]! - value)).toBeLessThan(1e-12);
            });
            const mean = chances.reduce((sum, p) => sum + p, 0);
            expect(Math.abs(found.mean - mean)).toBeLessThan(1e-9);
          });
        },
      ),
    );
  });

  test.each([
    [
      "too few cells",
      () => coverOf({ people: 2, skills: 2, chances: new Float64Array(3) }),
      "2 x 2",
    ],
    ["a chance above 1", () => coverOf(tableOf([[1.5]])), "a chance of 1.5"],
    ["a negative chance", () => coverOf(tableOf([[-0.5]])), "a chance of -0.5"],
    ["an availability above 1", () => coverOf(tableOf([[1]], [2])), "an availability of 2"],
    ["too few availabilities", () => coverOf(tableOf([[1], [1]], [1])), "1 availabilities"],
    ["counting to half", () => coverOf(tableOf([[1]]), { countTo: 0.5 }), "counted to 0.5"],
    ["level 0", () => coverOf(tableOf([[1]]), { atLevel: 0 }), "at level from 0"],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});

describe("what if", () => {
  const table = tableOf([
    [0.9, 0.1, 0.3],
    [0.2, 0.8, 0.3],
    [null, 0.6, 0.3],
  ]);

  test("somebody goes: the skills that lose by it, and only as many as are left", () => {
    const changed = whatIf(table, [{ kind: "remove", person: 0 }]);
    expect(changed.map(({ skill }) => skill)).toEqual([0, 1, 2]);
    const without = coverOf(
      tableOf([
        [0.2, 0.8, 0.3],
        [null, 0.6, 0.3],
      ]),
    );
    for (const { skill, after } of changed) {
      const { onlyOne, ...rest } = without[skill]!;
      expect(after).toMatchObject(rest);
      // Numbers stay those of the table before.
      expect(after.onlyOne).toBe(onlyOne === null ? null : onlyOne + 1);
    }
  });

  test("somebody is trained: that skill alone", () => {
    const changed = whatIf(table, [{ kind: "train", person: 1, skill: 0, chance: 0.9 }]);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ skill: 0, before: { onlyOne: 0 }, after: { atLevel: 2 } });
  });

  test("somebody comes, away half of the time and not assessed in one", () => {
    const added = { kind: "add", chances: [0.8, Number.NaN, 0], availability: 0.5 } as const;
    const [first, second] = whatIf(table, [added]);
    expectClose(first!.after.nobody, first!.before.nobody * (1 - 0.4), 1e-12);
    expect(second).toMatchObject({ skill: 1, after: { notAssessed: 1, assessed: 3 } });
  });

  test("nothing changes: nothing is told", () => {
    expect(whatIf(table, [])).toEqual([]);
    expect(whatIf(table, [{ kind: "train", person: 0, skill: 0, chance: 0.9 }])).toEqual([]);
  });

  test.each([
    [{ kind: "remove", person: 3 } as const, "nobody has number 3"],
    [{ kind: "train", person: 0, skill: 3, chance: 1 } as const, "no skill has number 3"],
    [{ kind: "add", chances: [1] } as const, "1 chances for 3 skills"],
  ])("refuses %o", (change, message) => {
    expect(() => whatIf(table, [change])).toThrow(message);
  });

  test("nobody goes twice", () => {
    const twice = [{ kind: "remove", person: 0 } as const, { kind: "remove", person: 0 } as const];
    expect(() => whatIf(table, twice)).toThrow("nobody has number 0");
  });
});
