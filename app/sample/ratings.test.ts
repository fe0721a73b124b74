import { expect, test } from "vitest";
import { type SampleAnswer, simulateAnswers } from "./answers.ts";
import { sampleSeed } from "./organisation.ts";
import { framework, instrument, organisation, plan, truth } from "./testing/harbourline-sample.ts";

function answer() {
  return simulateAnswers(sampleSeed, organisation, truth, plan.released, instrument, framework);
}

const answers = answer();
const hatOf = new Map(framework.map(({ key, hat }) => [key, hat]));

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const products = a.map((value, index) => (value - meanA) * (b[index]! - meanB));
  const spread = (values: readonly number[], centre: number) =>
    Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  return mean(products) / (spread(a, meanA) * spread(b, meanB));
}

/** Ratings of the items that pass, "can't say" left out. */
function ratingsOf(
  from: readonly SampleAnswer[],
  passes: (item: (typeof instrument.items)[number]) => boolean,
): number[] {
  return from.flatMap(({ ratings }) =>
    ratings.filter(
      (rating, index): rating is number => rating !== null && passes(instrument.items[index]!),
    ),
  );
}

function share(values: readonly number[], value: number): number {
  return values.filter((one) => one === value).length / values.length;
}

const amounts = ratingsOf(answers, ({ scale }) => scale === "amount");
const truths = ratingsOf(answers, ({ scale }) => scale === "truth");

test("the same seed gives the same answers and another seed others", () => {
  expect(answer()).toEqual(answers);
  expect(simulateAnswers(1, organisation, truth, plan.released, instrument, framework)).not.toEqual(
    answers,
  );
});

test("every answer has one rating per item, on the item's scale", () => {
  for (const { ratings } of answers) expect(ratings).toHaveLength(instrument.items.length);
  expect(new Set(amounts)).toEqual(new Set([-2, -1, 0, 1, 2]));
  expect(new Set(truths)).toEqual(new Set([1, 2, 3, 4, 5]));
});

test("the right amount is the commonest answer and every other one is used", () => {
  expect(share(amounts, 0)).toBeGreaterThan(0.4);
  expect(share(amounts, 0)).toBeLessThan(0.6);
  for (const value of [-2, 2]) expect(share(amounts, value)).toBeGreaterThan(0.01);
  for (const value of [-1, 1]) expect(share(amounts, value)).toBeGreaterThan(0.08);
  expect(mean(truths)).toBeGreaterThan(3.2);
  expect(mean(truths)).toBeLessThan(4);
});

test("between 2 and 8 % can't say, peers more often than direct reports", () => {
  const skipped = (relationship?: string) => {
    const from = answers.filter((one) => !relationship || one.relationship === relationship);
    const all = from.flatMap((one) => one.ratings);
    return all.filter((rating) => rating === null).length / all.length;
  };
  expect(skipped()).toBeGreaterThan(0.02);
  expect(skipped()).toBeLessThan(0.08);
  expect(skipped("peer")).toBeGreaterThan(skipped("direct_report"));
});

test.each(["managing", "leading"])(
  "what others rate recovers the true amount of %s, and better than the self-view does",
  (hat) => {
    const hats = plan.released.participants.map(({ employeeId }) => {
      const own = answers.filter((one) => one.participantEmployeeId === employeeId);
      const rated = (from: SampleAnswer[]) =>
        mean(
          ratingsOf(
            from,
            ({ scale, competency }) => scale === "amount" && hatOf.get(competency ?? "") === hat,
          ),
        );
      return {
        real: truth.managers.get(employeeId)!.hats[hat]!.amount,
        others: rated(own.filter(({ relationship }) => relationship !== "self")),
        self: rated(own.filter(({ relationship }) => relationship === "self")),
      };
    });
    const recovered = correlation(
      hats.map(({ real }) => real),
      hats.map(({ others }) => others),
    );
    expect(recovered).toBeGreaterThan(0.8);
    const withSelf = hats.filter(({ self }) => !Number.isNaN(self));
    const selfView = correlation(
      withSelf.map(({ real }) => real),
      withSelf.map(({ self }) => self),
    );
    expect(selfView).toBeGreaterThan(0);
    expect(selfView).toBeLessThan(recovered);
  },
);

test("a rater is consistent and raters differ: two raters agree only in part", () => {
  // One-way intraclass correlation of hat means (Shrout and Fleiss 1979, case 1).
  const groups = plan.released.participants.map(({ employeeId }) =>
    answers
      .filter((one) => one.participantEmployeeId === employeeId && one.relationship !== "self")
      .map((one) =>
        mean(ratingsOf([one], ({ competency }) => hatOf.get(competency ?? "") === "leading")),
      ),
  );
  const all = groups.flat();
  const within =
    groups.reduce((sum, group) => sum + group.reduce((s, v) => s + (v - mean(group)) ** 2, 0), 0) /
    (all.length - groups.length);
  const between =
    groups.reduce((sum, group) => sum + group.length * (mean(group) - mean(all)) ** 2, 0) /
    (groups.length - 1);
  const size = all.length / groups.length;
  const agreement = (between - within) / (between + (size - 1) * within);
  expect(agreement).toBeGreaterThan(0.25);
  expect(agreement).toBeLessThan(0.65);
});

test("managers with more overuse are rated too much more often", () => {
  const byOveruse = plan.released.participants.map(({ employeeId }) => {
    const own = answers.filter((one) => one.participantEmployeeId === employeeId);
    const given = ratingsOf(own, ({ scale }) => scale === "amount");
    return {
      overuse: truth.managers.get(employeeId)!.overuse,
      much: share(given, 1) + share(given, 2),
    };
  });
  expect(
    correlation(
      byOveruse.map(({ overuse }) => overuse),
      byOveruse.map(({ much }) => much),
    ),
  ).toBeGreaterThan(0.3);
});

test("a started answer holds only its first items and no comment", () => {
  const open = simulateAnswers(
    sampleSeed,
    organisation,
    truth,
    plan.collecting,
    instrument,
    framework,
  );
  const started = open.filter(({ state }) => state === "started");
  expect(started.length).toBeGreaterThan(0);
  for (const { ratings, comments } of started) {
    expect(ratings.length).toBeGreaterThan(0);
    expect(ratings.length).toBeLessThan(instrument.items.length);
    expect(comments).toEqual({});
  }
});

test("a participant without truth is refused", () => {
  const nobody = { managers: new Map(), raters: truth.raters };
  expect(() =>
    simulateAnswers(sampleSeed, organisation, nobody, plan.released, instrument, framework),
  ).toThrow(RangeError);
});
