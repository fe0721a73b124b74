import fc from "fast-check";
import { expect, test } from "vitest";
import { isolates } from "../../testing/isolates.ts";
import { standardPolicy } from "../policy.ts";
import { FigureLedger, type Standing } from "./figure-ledger.ts";

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const PEOPLE = 12;
const policy = { ...standardPolicy, minimumInTables: 3 };
const scale = { low: 1, high: 5 };

/** A tree of up to four departments in which everyone is, and declared cuts. */
const standings = fc.record({
  department: fc.array(fc.nat({ max: 3 }), { minLength: PEOPLE, maxLength: PEOPLE }),
  cuts: fc.array(fc.subarray(range(0, PEOPLE), { minLength: 2 }), { maxLength: 3 }),
});

function standingOf({ department, cuts }: { department: number[]; cuts: number[][] }): Standing {
  const members = (of: number) => range(0, PEOPLE).filter((person) => department[person] === of);
  return {
    tree: [
      { id: "all", parent: null, members: [] },
      { id: "a", parent: "all", members: members(0) },
      { id: "b", parent: "all", members: members(1) },
      { id: "b1", parent: "b", members: members(2) },
      { id: "b2", parent: "b", members: members(3) },
    ],
    cuts: cuts.map((of, at) => ({ id: `cut ${at}`, members: of })),
  };
}

const below: Record<string, string[]> = {
  all: ["all", "a", "b", "b1", "b2"],
  a: ["a"],
  b: ["b", "b1", "b2"],
  b1: ["b1"],
  b2: ["b2"],
};

/** Everyone behind a standing figure. */
function behind({ tree = [], cuts = [] }: Standing, id: string): number[] {
  const within = below[id] ?? [];
  return [
    ...tree.filter((node) => within.includes(node.id)),
    ...cuts.filter((cut) => cut.id === id),
  ].flatMap(({ members }) => Array.from(members));
}

const asked = fc.array(fc.subarray(range(0, PEOPLE), { minLength: 1 }), { maxLength: 8 });

test("always: what stands and what filters are told isolate nobody together", () => {
  fc.assert(
    fc.property(standings, asked, (given, filters) => {
      const standing = standingOf(given);
      const values = range(0, PEOPLE).map((person) => 1 + (person % 5));
      const { ledger, figures } = FigureLedger.standing(standing, { values }, policy);
      const told = Object.entries(figures).flatMap(([id, figure]) =>
        figure.shown ? [behind(standing, id)] : [],
      );
      for (const filter of filters) if (ledger.ask(filter, { values }).shown) told.push(filter);
      expect(isolates(told, PEOPLE, policy.minimumInTables)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test("always: a ledger opened from its book answers like one that was never closed", () => {
  const answers = fc.array(fc.integer({ min: 1, max: 5 }), {
    minLength: PEOPLE,
    maxLength: PEOPLE,
  });
  const chances = fc.array(fc.constantFrom(0, 0.3, 0.7, 0.999), { minLength: 1 });
  fc.assert(
    fc.property(standings, answers, asked, chances, (given, values, filters, drawn) => {
      const drawing = () => {
        let at = 0;
        return { scale, chance: () => drawn[at++ % drawn.length] ?? 0 };
      };
      const open = { values, rules: drawing() };
      const closed = { values, rules: drawing() };
      const standing = standingOf(given);
      const one = FigureLedger.standing(standing, open, policy);
      const other = FigureLedger.standing(standing, closed, policy);
      expect(other.figures).toEqual(one.figures);
      let { ledger } = other;
      for (const filter of filters) {
        ledger = FigureLedger.open(structuredClone(ledger.save()));
        expect(ledger.ask(filter, closed)).toEqual(one.ledger.ask(filter, open));
      }
      expect(ledger.entries).toEqual(one.ledger.entries);
    }),
    { numRuns: 40 },
  );
});

test("a department withheld near an end is not given back by a filter beside it", () => {
  // Six in b all gave 5; the other nine did not.
  const values = [...range(0, 9).map((at) => 1 + (at % 4)), 5, 5, 5, 5, 5, 5];
  const contributed = { values, rules: { scale, chance: () => 0.999 } };
  const { ledger, figures } = FigureLedger.standing(
    {
      tree: [
        { id: "all", parent: null, members: [] },
        { id: "a", parent: "all", members: range(0, 9) },
        { id: "b", parent: "all", members: range(9, 15) },
      ],
    },
    contributed,
    standardPolicy,
  );
  expect(figures.a).toEqual({ shown: true, n: 9, mean: 2.33 });
  expect(figures.b).toMatchObject({ reason: "hidden-near-end", n: 6 });
  expect(figures.all).toMatchObject({ reason: "hidden-near-end", n: 15 });
  for (const filter of [range(9, 15), range(0, 15), range(8, 15), range(9, 14)])
    expect(ledger.ask(filter, contributed).shown).toBe(false);
  expect(ledger.ask(range(0, 9), contributed)).toEqual({ shown: true, n: 9, mean: 2.33 });
});

test("a hostile first asker uses up room for filters, and no standing figure", () => {
  const values = range(0, 40).map((at) => 1 + ((at * 7) % 5));
  const standing: Standing = {
    tree: [
      { id: "all", parent: null, members: [] },
      { id: "a", parent: "all", members: range(0, 22) },
      { id: "b", parent: "all", members: range(22, 40) },
    ],
    cuts: [{ id: "women", members: range(0, 40).filter((at) => at % 2 === 0) }],
  };
  const { ledger, figures } = FigureLedger.standing(standing, { values }, standardPolicy);
  let refused = 0;
  for (let at = 0; at < 300; at++) {
    const filter = range(0, 40).filter((person) => (((person * 31 + at * 17) % 40) * 7) % 13 < 6);
    if (!ledger.ask(filter, { values }).shown) refused++;
  }
  expect(refused).toBeGreaterThan(0);
  const all = {
    a: range(0, 22),
    b: range(22, 40),
    all: range(0, 40),
    women: standing.cuts?.[0]?.members ?? [],
  };
  for (const [id, members] of Object.entries(all))
    expect(ledger.ask(members, { values })).toEqual(figures[id]);
});

test("people in two departments, in none that is there, or without a value are refused", () => {
  const decide = (members: number[], values: number[]) => () =>
    FigureLedger.standing({ tree: [{ id: "a", parent: null, members }] }, { values }, policy);
  expect(decide([0, 0, 1], [1, 2, 3])).toThrow("two places");
  expect(decide([0, 1, 2, 3], [1, 2, 3])).toThrow("no value");
  expect(decide([0, 1, 2], [1, Number.NaN, 3])).toThrow("Contributor 1 has no value");
});

test("spreads come with means where they are asked for, and never of answers", () => {
  const values = range(0, 10).map((at) => at / 3);
  const standing: Standing = {
    tree: [
      { id: "all", parent: null, members: range(6, 10) },
      { id: "a", parent: "all", members: range(0, 6) },
    ],
    cuts: [{ id: "even", members: [0, 2, 4, 6, 8] }],
  };
  const small = { ...standardPolicy, minimumInTables: 3 };
  const { figures } = FigureLedger.standing(standing, { values, spread: true }, small);
  // 0, 1/3, ..., 5/3: the variance of six equidistant points is (n + 1) n / 12 steps.
  expect(figures.a).toEqual({ shown: true, n: 6, mean: 0.83, sd: 0.62 });
  expect(figures.all).toMatchObject({ n: 10, mean: 1.5, sd: 1.01 });
  expect(figures.even).toMatchObject({ n: 5, mean: 1.33, sd: 1.05 });
  const rules = { scale, chance: () => 0.9 };
  const answers = { values: range(0, 10).map((at) => 1 + (at % 5)), rules, spread: true };
  expect(() => FigureLedger.standing(standing, answers, small)).toThrow("Spreads of answers");
});
