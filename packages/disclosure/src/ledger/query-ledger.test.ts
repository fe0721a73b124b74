import fc from "fast-check";
import { expect, test } from "vitest";
import { isolates } from "../../testing/isolates.ts";
import { QueryLedger } from "./query-ledger.ts";

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

test("subtraction of two cuts that differ by one person is refused", () => {
  const ledger = QueryLedger.over(100, 5);
  expect(ledger.ask(range(0, 20))).toEqual({ answered: true });
  expect(ledger.ask(range(0, 19))).toEqual({ answered: false, reason: "hidden-subtraction" });
  expect(ledger.ask(range(0, 15))).toEqual({ answered: true });
});

test("the complement of a cut is known with the total", () => {
  const ledger = QueryLedger.over(20, 5);
  expect(ledger.ask(range(0, 17)).answered).toBe(false);
  expect(ledger.ask(range(0, 15)).answered).toBe(true);
});

test("three cuts that harm nobody in pairs are refused as three", () => {
  // (A and B) + (A and C) - (B and C) is twice A, and A is one person.
  const [a, b, c] = [[0], range(1, 30), range(30, 60)];
  const ledger = QueryLedger.over(100, 5);
  expect(ledger.ask([...a, ...b]).answered).toBe(true);
  expect(ledger.ask([...a, ...c]).answered).toBe(true);
  expect(ledger.ask([...b, ...c])).toEqual({ answered: false, reason: "hidden-subtraction" });
});

test("crossing cuts may overlap in one person, whom no combination isolates", () => {
  const ledger = QueryLedger.over(100, 5);
  expect(ledger.ask(range(0, 30)).answered).toBe(true);
  expect(ledger.ask(range(29, 60)).answered).toBe(true);
  // Both halves together would: union + overlap = sum of the two.
  expect(ledger.ask(range(0, 60)).answered).toBe(false);
});

test("cuts below k, empty cuts and unknown people", () => {
  const ledger = QueryLedger.over(10, 5);
  expect(ledger.ask([1, 2, 3])).toEqual({ answered: false, reason: "hidden-few-raters" });
  expect(ledger.ask([])).toEqual({ answered: false, reason: "hidden-no-answer" });
  expect(() => ledger.ask([10])).toThrow(RangeError);
  expect(() => QueryLedger.over(10, 1)).toThrow(RangeError);
});

test("what has been answered once is answered again, and what follows from it", () => {
  const ledger = QueryLedger.over(40, 5);
  expect(ledger.ask(range(0, 10)).answered).toBe(true);
  expect(ledger.ask(range(10, 20)).answered).toBe(true);
  for (const cut of [range(0, 10), range(0, 20), range(20, 40), range(0, 40)]) {
    expect(ledger.ask(cut)).toEqual({ answered: true });
  }
});

const show = () => 0.999;
const rules = (chance: () => number) => ({ scale: { low: 1, high: 5 }, chance });

test("with answers, totals at the end of the scale are withheld, also as a difference", () => {
  const values = range(0, 40).map((at) => (at < 10 ? 5 : at < 20 ? 3 : 2));
  const answers = { values, rules: rules(show) };
  const ledger = QueryLedger.over(40, 5);
  expect(ledger.ask(range(0, 10), answers)).toEqual({
    answered: false,
    reason: "hidden-few-or-alike",
  });
  expect(ledger.ask(range(0, 20), answers)).toEqual({ answered: true });
  // The other ten gave 5 each.
  expect(ledger.ask(range(10, 20), answers).answered).toBe(false);
  expect(ledger.ask(range(5, 15), answers)).toEqual({ answered: true });
});

/** The first six differ enough to be answered, and are cover now and then. */
const values = range(0, 40).map((at) => (at % 8 < 2 ? 4 : at % 8 < 6 ? 5 : 3));

test("what is withheld as cover stays so: asking again, for a few more or after storing draws no second time", () => {
  let drawn = 0;
  const cover = () => {
    drawn++;
    return 0;
  };
  const ledger = QueryLedger.over(40, 5);
  expect(ledger.ask(range(0, 6), { values, rules: rules(cover) }).answered).toBe(false);
  expect(drawn).toBe(1);
  const stored = QueryLedger.load(structuredClone(ledger.save()));
  for (const again of [range(0, 6), range(0, 7), range(0, 10)])
    expect(stored.ask(again, { values, rules: rules(show) }).answered).toBe(false);
  const fresh = QueryLedger.over(40, 5);
  expect(fresh.ask(range(0, 6), { values, rules: rules(show) }).answered).toBe(true);
  expect(stored.ask(range(20, 40), { values, rules: rules(show) }).answered).toBe(true);
});

test("what was answered is answered again, whatever is drawn", () => {
  const ledger = QueryLedger.over(40, 5);
  for (const chance of [show, () => 0])
    expect(ledger.ask(range(0, 6), { values, rules: rules(chance) })).toEqual({ answered: true });
});

test("answers that are missing or belong to several people are refused", () => {
  const answers = { values: [3, 3], rules: rules(show) };
  expect(() => QueryLedger.over(20, 5).ask(range(0, 6), answers)).toThrow("Contributor 2");
  const values = [3, 3, 3];
  expect(() => QueryLedger.over([5, 5, 5], 5).ask([0, 1], { values, rules: rules(show) })).toThrow(
    "single people",
  );
});

test("a ledger stored before anything was withheld is loaded", () => {
  const { withheld: _, ...old } = QueryLedger.over(9, 3).save();
  expect(QueryLedger.load(old).ask(range(0, 4))).toEqual({ answered: true });
});

const cuts = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 3 }), {
  maxLength: 9,
});

test("always: answers isolate nobody, and only questions that would are refused", () => {
  fc.assert(
    fc.property(cuts, fc.integer({ min: 2, max: 5 }), (list, k) => {
      const ledger = QueryLedger.over(9, k);
      const answered: number[][] = [];
      for (const cut of list) {
        const answer = ledger.ask(cut);
        const harmful = cut.length < k || isolates([range(0, 9), ...answered, cut], 9, k);
        expect(answer.answered).toBe(!harmful);
        if (answer.answered) answered.push(cut);
      }
    }),
    { numRuns: 60 },
  );
});

test("always: a ledger saved and loaded answers like one that was not", () => {
  fc.assert(
    fc.property(cuts, (list) => {
      const whole = QueryLedger.over(9, 3);
      let resumed = QueryLedger.over(9, 3);
      for (const cut of list) {
        resumed = QueryLedger.load(structuredClone(resumed.save()));
        expect(resumed.ask(cut)).toEqual(whole.ask(cut));
      }
    }),
    { numRuns: 20 },
  );
});
