import { seededRandom, tQuantile } from "@twohats/psychometrics";
import { describe, expect, test } from "vitest";
import { judgeChange, type PulseVerdict, smallestClearChange } from "./judge-change.ts";
import { questionsOfReport, raterSpread, type ShownQuestion } from "./what-report-says.ts";

const SCALE = { low: -2, high: 2, centre: 0 };
const QUESTIONS = 24;
const CHOSEN = 3;

type Random = ReturnType<typeof seededRandom>;

/** Who rates: how strict each is in everything, the same each time they are asked. */
const ratersOf = (random: Random, n: number) =>
  Array.from({ length: n }, () => 0.4 * random.normal());

/** One question, by raters who differ; whole points, as they are asked. */
function rated(random: Random, truth: number, raters: readonly number[]): number[] {
  return raters.map((strict) =>
    Math.max(-2, Math.min(2, Math.round(truth + strict + 0.7 * random.normal()))),
  );
}

/** What a report shows of a question: two decimals, and an interval where raters do not nearly agree. */
function shown(answers: readonly number[]): ShownQuestion {
  const n = answers.length;
  const exact = answers.reduce((sum, each) => sum + each, 0) / n;
  const sd = Math.sqrt(answers.reduce((sum, each) => sum + (each - exact) ** 2, 0) / (n - 1));
  const mean = Math.round(exact * 100) / 100;
  if (n < 5 || sd < 0.45) return { mean, n, low: null, high: null };
  const half = (tQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return { mean, n, low: Math.max(-2, mean - half), high: Math.min(2, mean + half) };
}

type Simulated = { verdict: PulseVerdict; plain: PulseVerdict; isWithin: boolean };

/**
 * Persons who choose the three questions that stand out most, and are asked about once more: `change` is how far their
 * true values went to the right amount, in shares of the way.
 */
function simulate(
  seed: number,
  persons: number,
  { n, change, sameRaters }: { n: number; change: (random: Random) => number; sameRaters: boolean },
): Simulated[] {
  const random = seededRandom(seed);
  const all: Simulated[] = [];
  for (let person = 0; person < persons; person += 1) {
    const raters = ratersOf(random, n);
    const truths = Array.from({ length: QUESTIONS }, () => -0.3 + 0.4 * random.normal());
    const questions = truths.map((truth) => shown(rated(random, truth, raters)));
    const spread = raterSpread(questions, SCALE);
    const rules = { scale: SCALE, spread, questions: questionsOfReport(questions, spread) };
    const plainly = { ...rules, questions: { centre: 0, betweenVariance: 1e6 } };
    const chosen = [...questions.keys()]
      .sort((a, b) => Math.abs(questions[b]!.mean) - Math.abs(questions[a]!.mean))
      .slice(0, CHOSEN);
    for (const at of chosen) {
      const share = change(random);
      const now = truths[at]! * (1 - share);
      const { mean } = shown(rated(random, now, sameRaters ? raters : ratersOf(random, n)));
      const judged = judgeChange(questions[at]!, { mean, n }, rules)!;
      const plain = judgeChange(questions[at]!, { mean, n }, plainly)!;
      const changed = now - truths[at]!;
      all.push({
        verdict: judged.verdict,
        plain: plain.verdict,
        isWithin: judged.low <= changed && changed <= judged.high,
      });
    }
  }
  return all;
}

const share = (all: readonly Simulated[], holds: (one: Simulated) => boolean) =>
  all.filter(holds).length / all.length;
const said = (all: readonly Simulated[], verdict: PulseVerdict) =>
  share(all, (one) => one.verdict === verdict);

const PERSONS = 250;
const none = () => 0;

describe("over many seeds, with what stood out chosen", () => {
  for (const n of [5, 6, 8, 12])
    for (const sameRaters of [true, false]) {
      const who = `${n} raters${sameRaters ? "" : ", others than before"}`;

      test(`${who}: where nothing changed, fewer than 5 in 100 are told that something did`, () => {
        const all = simulate(n, PERSONS, { n, change: none, sameRaters });
        expect(said(all, "moved")).toBeLessThan(0.025);
        expect(said(all, "moved") + said(all, "slipped")).toBeLessThan(0.05);
      });

      test(`${who}: 95 in 100 intervals hold the true change, whatever it was`, () => {
        for (const change of [none, (random: Random) => 2 * random.uniform() - 0.5]) {
          const all = simulate(100 + n, PERSONS, { n, change, sameRaters });
          // With others than before, as it never is, by no more than the draws leave open.
          const least = sameRaters ? 0.95 : 0.93;
          expect(share(all, ({ isWithin }) => isWithin)).toBeGreaterThan(least);
        }
      });
    }

  test("without chance taken off, chance alone is told as moved: that is what is taken off for", () => {
    const all = simulate(3, 600, { n: 12, change: none, sameRaters: false });
    expect(share(all, ({ plain }) => plain === "moved")).toBeGreaterThan(0.05);
    expect(said(all, "moved")).toBeLessThan(0.025);
  });

  test("what truly moved far is told, the more often the more raters there are; few of it as slipped", () => {
    const found = [6, 12, 24].map((n) => {
      const all = simulate(n, 150, { n, change: () => 1, sameRaters: true });
      expect(said(all, "slipped")).toBeLessThan(0.01);
      return said(all, "moved");
    });
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found.at(-1)).toBeGreaterThan(0.5);
  });

  test("what got worse is told as slipped, and hardly ever as moved", () => {
    const all = simulate(5, 150, { n: 12, change: () => -1, sameRaters: true });
    expect(said(all, "slipped")).toBeGreaterThan(0.2);
    expect(said(all, "moved")).toBe(0);
  });
});

describe("one change", () => {
  const spread = { sd: 0.8, from: "report" } as const;
  const questions = { centre: 0, betweenVariance: 1e9 };
  const judged = (
    before: number,
    now: number,
    scale: { low: number; high: number; centre?: number },
  ) =>
    judgeChange({ mean: before, n: 6 }, { mean: now, n: 6 }, { scale, spread, questions })?.verdict;

  test("nearer to the right amount is better, from either side; as far beyond it is none", () => {
    expect(judged(-1.5, 0, SCALE)).toBe("moved");
    expect(judged(1.5, 0.2, SCALE)).toBe("moved");
    expect(judged(-0.2, -1.5, SCALE)).toBe("slipped");
    expect(judged(0, 1.5, SCALE)).toBe("slipped");
    expect(judged(-1, 1, SCALE)).toBe("cant-tell");
    expect(judged(-0.5, -0.2, SCALE)).toBe("cant-tell");
  });

  test("where more is better, up is better", () => {
    const level = { low: 1, high: 5 };
    expect(judged(2, 4, level)).toBe("moved");
    expect(judged(4, 2, level)).toBe("slipped");
  });

  test("how large a change has to be is said before: 0.9 points of six raters who differ as usual", () => {
    expect(smallestClearChange({ before: 6, now: 6 }, spread)).toBeCloseTo(0.9053, 4);
    expect(smallestClearChange({ before: 6, now: 0 }, spread)).toBeNull();
    const before = { mean: -1.2, n: 6 };
    const rules = { scale: SCALE, spread, questions };
    expect(judgeChange(before, { mean: -1.2 + 0.9, n: 6 }, rules)?.verdict).toBe("cant-tell");
    expect(judgeChange(before, { mean: -1.2 + 0.91, n: 6 }, rules)?.verdict).toBe("moved");
  });

  test("is not judged without raters", () => {
    expect(
      judgeChange({ mean: 0, n: 6 }, { mean: 1, n: 0 }, { scale: SCALE, spread, questions }),
    ).toBeNull();
  });
});

describe("what a report says of its raters", () => {
  const question = (mean: number, sd: number, n = 6): ShownQuestion => {
    const half = (tQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
    return { mean, n, low: Math.max(-2, mean - half), high: Math.min(2, mean + half) };
  };

  test("their spread follows from its intervals, those cut at an end of the scale, too", () => {
    const same = Array.from({ length: 10 }, (_, at) => question(at % 2 === 0 ? -1.8 : 0.4, 0.7));
    expect(raterSpread(same, SCALE)).toMatchObject({ from: "report" });
    expect(raterSpread(same, SCALE).sd).toBeCloseTo(0.7, 6);
  });

  test("is assumed, and large, where it shows too few, and never taken to be tiny", () => {
    const few = Array.from({ length: 7 }, () => question(0, 0.3));
    expect(raterSpread(few, SCALE)).toEqual({ sd: 1, from: "assumed" });
    expect(raterSpread([], SCALE)).toEqual({ sd: 1, from: "assumed" });
    const alike = Array.from({ length: 12 }, () => question(0, 0.1));
    expect(raterSpread(alike, SCALE).sd).toBe(0.5);
  });

  test("of few questions half of what stands out is taken to be chance; of none nothing is known", () => {
    const spread = { sd: 0.9, from: "report" } as const;
    const few = [question(-1, 0.9), question(0, 0.9)];
    expect(questionsOfReport(few, spread).betweenVariance).toBeCloseTo(0.81 / 6, 9);
    expect(questionsOfReport([], spread)).toEqual({ centre: 0, betweenVariance: 0 });
    const alike = Array.from({ length: 20 }, () => question(-0.3, 0.9));
    expect(questionsOfReport(alike, spread)).toMatchObject({ betweenVariance: 0 });
  });
});
