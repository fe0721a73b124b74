import { describe, expect, test, vi } from "vitest";
import { simulatedMeasure, trueAmounts } from "../testing/simulated-answers.ts";
import { simulatedRound } from "../testing/simulated-round.ts";
import { amountFinding } from "./findings.ts";
import { suggestFocus } from "./focus.ts";
import { compareHats } from "./hat-comparison.ts";
import { OTHERS } from "./report-content.ts";
import { selfAndOthers } from "./self-and-others.ts";

/**
 * Does the report say the truth as often as it says it is sure? Rounds are made up from known amounts; the truth is
 * what all possible raters would say on average. Sentences rest on 95 % intervals, so of those that claim a side at
 * most one in forty may be wrong.
 */
// Whole rounds are made up and scored: more work than a test usually has.
vi.setConfig({ testTimeout: 180_000 });

const seeds = Array.from({ length: 8 }, (_, at) => 100 + 10 * at);
const settings = { participants: 40, raters: 8, predicted: false };
const bySeed = new Map(seeds.map((seed) => [seed, simulatedRound({ ...settings, seed })]));
const rounds = [...bySeed.values()].flat();

/** How often `claims` are wrong, and how many there were. */
const share = (claims: readonly boolean[]) => ({
  n: claims.length,
  wrong: claims.filter((right) => !right).length / claims.length,
});

const competencies = rounds.flatMap(({ content, truth }) =>
  content.competencies.map((row, at) => ({
    row,
    others: row.estimates[OTHERS],
    truth: truth.competencies[at] ?? Number.NaN,
  })),
);

test("intervals hold the truth about as often as they say: 95 %", () => {
  const held = competencies.flatMap(({ others, truth }) =>
    others?.shown && others.low !== null && others.high !== null
      ? [others.low <= truth && truth <= others.high]
      : [],
  );
  const { n, wrong } = share(held);
  expect(n).toBeGreaterThan(1_800);
  expect(wrong).toBeGreaterThan(0.02);
  expect(wrong).toBeLessThan(0.07);
});

describe("what a report claims of a competency", () => {
  const claims = (finding: string, holds: (truth: number) => boolean) =>
    share(
      competencies.flatMap(({ others, truth }) =>
        amountFinding(others) === finding ? [holds(truth)] : [],
      ),
    );

  test.each([
    ["too-little", (truth: number) => truth < 0],
    ["too-much", (truth: number) => truth > 0],
    ["about-right", (truth: number) => Math.abs(truth) < 0.5],
  ])("%s is wrong in at most one of forty", (finding, holds) => {
    const { n, wrong } = claims(finding, holds);
    expect(n).toBeGreaterThan(50);
    expect(wrong).toBeLessThan(0.025);
  });
});

test("the hat said to be more is more, and where they are equal hardly anything is said", () => {
  const said = rounds.flatMap(({ content, truth }) => {
    const found = compareHats(content);
    if (!found || found.more === "unclear") return [];
    const difference = truth.hats[0] - truth.hats[1];
    return [found.more === "across" ? difference > 0 : difference < 0];
  });
  const { n, wrong } = share(said);
  expect(n).toBeGreaterThan(50);
  expect(wrong).toBeLessThan(0.025);
  const even = simulatedRound(
    { ...settings, participants: 100, seed: 5, item: 0, ownItem: 0 },
    Array.from({ length: 100 }, () => Array.from({ length: 12 }, () => 0.2)),
  );
  const alarms = even.filter(({ content }) => compareHats(content)?.more !== "unclear");
  expect(alarms.length / even.length).toBeLessThan(0.05);
});

test("blind spots are really off, and hidden strengths really near to right", () => {
  const found = rounds.flatMap(({ content, truth }) =>
    selfAndOthers(content).map(({ id, kind, direction }) => {
      const at = simulatedMeasure.competencies.findIndex((each) => each.id === id);
      const amount = truth.competencies[at] ?? Number.NaN;
      if (kind === "hidden-strength") return Math.abs(amount) < 0.5;
      return direction === "more" ? amount < 0 : amount > 0;
    }),
  );
  const { n, wrong } = share(found);
  expect(n).toBeGreaterThan(20);
  expect(wrong).toBeLessThan(0.03);
});

test("a suggested focus points to the side the truth is on", () => {
  const suggested = rounds.flatMap(({ content, truth }) =>
    suggestFocus(content, () => true)
      .slice(0, 1)
      .filter((each) => each.direction !== "keep")
      .map(({ competency, direction }) => {
        const at = simulatedMeasure.competencies.findIndex((each) => each.id === competency);
        const amount = truth.competencies[at] ?? Number.NaN;
        return direction === "more" ? amount < 0 : amount > 0;
      }),
  );
  const { n, wrong } = share(suggested);
  expect(n).toBeGreaterThan(200);
  expect(wrong).toBeLessThan(0.025);
});

test("no sentence rests on predicted means, which is why they are left out here", () => {
  const sentences = (predicted: boolean) =>
    simulatedRound({ ...settings, participants: 20, seed: 3, predicted }).map(({ content }) => [
      content.competencies.map(({ estimates }) => amountFinding(estimates[OTHERS])),
      compareHats(content),
      selfAndOthers(content),
      suggestFocus(content, () => true),
    ]);
  expect(sentences(true)).toEqual(sentences(false));
});

describe("since last time", () => {
  const changes = (shift: number) =>
    [...bySeed].slice(0, 3).flatMap(([seed, before]) => {
      const amounts = trueAmounts({ ...settings, seed });
      const last = before.map(({ content }) => ({
        cycleName: "before",
        closedOn: "2026-01-01",
        content,
        measure: simulatedMeasure,
        asked: { before: 8, again: 0 },
      }));
      const moved = amounts.map((own) => own.map((amount) => amount + shift));
      return simulatedRound({ ...settings, seed: seed + 5_000 }, moved, last).flatMap(
        ({ content }) => content.sinceLastTime?.competencies ?? [],
      );
    });

  test("where nothing changed, a change is said in about one of twenty", () => {
    const verdicts = changes(0);
    const alarms = verdicts.filter((each) => each.verdict !== "within-noise").length;
    expect(verdicts.length).toBeGreaterThan(800);
    expect(alarms / verdicts.length).toBeLessThan(0.07);
  });

  test("where everyone rose by a point, most of it is seen, and hardly a fall", () => {
    const verdicts = changes(1);
    const up = verdicts.filter((each) => each.verdict === "up").length;
    const down = verdicts.filter((each) => each.verdict === "down").length;
    expect(up / verdicts.length).toBeGreaterThan(0.5);
    expect(down / verdicts.length).toBeLessThan(0.01);
  });
});
