import { type Disclosed, isDisclosed, standardPolicy } from "@twohats/disclosure";
import { describe, expect, test, vi } from "vitest";
import type { Measure } from "~/features/questionnaires/domain/measure.ts";
import { finish } from "../testing/finish.ts";
import { ratersBy } from "../testing/raters-by.ts";
import { seeded } from "../testing/seeded.ts";
import { simulatedAnswers, simulatedMeasure, trueAmounts } from "../testing/simulated-answers.ts";
import { simulatedRound } from "../testing/simulated-round.ts";
import { adjustRound, changesInRound, completeReport } from "./complete-reports.ts";
import { marginalsOfRound } from "./marginals.ts";
import { type PooledSpreads, poolSpreads } from "./pooled-spreads.ts";
import type { RatedResponse, ScoredResponse } from "./rated-response.ts";
import { modelledFigures } from "./rater-model.ts";
import { type Change, OTHERS, type ReportContent } from "./report-content.ts";
import { scoreParticipant } from "./score-participant.ts";
import { compareWithLast, type LastTime } from "./since-last-time.ts";

// Whole rounds are made up and scored: more work than a test usually has.
vi.setConfig({ testTimeout: 60_000 });

const settings = { participants: 24, raters: 8, seed: 3, design: "line" as const };

describe("predicted means", () => {
  const round = simulatedRound(settings);

  test("every report of a large round has them beside what others said, with an interval and its n", () => {
    for (const { content } of round) {
      expect(content.adjustment).toBe("prediction");
      for (const { estimates, adjusted } of [...content.hats, ...content.competencies]) {
        const others = estimates[OTHERS];
        if (!others?.shown) expect(adjusted).toBeNull();
        if (!others?.shown || !adjusted) continue;
        expect(adjusted.raters).toBe(others.n);
        expect(adjusted.low).toBeLessThan(adjusted.mean);
        expect(adjusted.high).toBeGreaterThan(adjusted.mean);
        expect(adjusted.shift).toBeCloseTo(others.mean - adjusted.mean, 10);
      }
    }
    expect(round.flatMap(({ content }) => content.hats).filter((row) => row.adjusted).length).toBe(
      48,
    );
  });

  test("a round of fewer than twenty has none, and says that it is small", () => {
    for (const { content } of simulatedRound({ ...settings, participants: 8 })) {
      expect(content.adjustment).toBe("small-round");
      for (const row of [...content.hats, ...content.competencies]) expect(row.adjusted).toBeNull();
    }
  });

  test("a manager who rates all of their people higher than others do is taken out", () => {
    const { responses } = simulatedAnswers(settings, trueAmounts(settings));
    const kinder = (by: number) =>
      responses.map((each) =>
        each.rater === "manager 0"
          ? { ...each, ratings: each.ratings.map((rating) => rating && Math.min(2, rating + by)) }
          : each,
      );
    const shiftOf = (answers: RatedResponse[]) => {
      const hats = predictedFigures(answers).slice(0, 2);
      // The manager's six people.
      const shifts = hats.flatMap((hat) =>
        Array.from({ length: 6 }, (_, at) => hat[`p${at}`]?.shift ?? Number.NaN),
      );
      return shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
    };
    expect(shiftOf(kinder(1))).toBeGreaterThan(shiftOf(kinder(0)) + 0.01);
  });
});

/** The same answers, given by other raters of the same group: what reports show stays as it is. */
function dealtAnew(responses: readonly RatedResponse[], seed: number): RatedResponse[] {
  const random = seeded(seed);
  const groups = Map.groupBy(responses, (each) => `${each.participantId} ${each.relationship}`);
  return [...groups.values()].flatMap((own) => {
    const columns = simulatedMeasure.items.map((_, item) =>
      own
        .map(({ ratings }) => ({ rating: ratings[item] ?? null, by: random() }))
        .toSorted((a, b) => a.by - b.by)
        .map(({ rating }) => rating),
    );
    return own.map((each, at) => ({
      ...each,
      ratings: columns.map((column) => column[at] ?? null),
    }));
  });
}

/** Predicted means as they are before they are rounded for a report: hats, then competencies. */
function predictedFigures(
  answers: readonly RatedResponse[],
  spreads = poolSpreads(simulatedMeasure, answers, standardPolicy),
) {
  const byParticipant = Map.groupBy(answers, (each) => each.participantId);
  const marginals = marginalsOfRound(simulatedMeasure, answers);
  const reports = Object.fromEntries(
    [...byParticipant].map(([id, own]) => [
      id,
      scoreParticipant({
        measure: simulatedMeasure,
        responses: own,
        asked: [...new Set(own.map(({ relationship }) => relationship))],
        comments: [],
        spreads,
        marginals,
        chance: seeded(1),
        policy: standardPolicy,
        seed: id,
      }),
    ]),
  );
  const round = { measure: simulatedMeasure, reports, stored: {}, spreads };
  return modelledFigures(simulatedMeasure).map((figure) =>
    adjustRound(round, (id) => ratersBy(byParticipant.get(id) ?? []), figure),
  );
}

test("two rounds that show the same predict the same, whoever gave which answer", () => {
  const { responses } = simulatedAnswers(settings, trueAmounts(settings));
  const spreads = poolSpreads(simulatedMeasure, responses, standardPolicy);
  const other = dealtAnew(responses, 5);
  expect(other).not.toEqual(responses);
  const [given, dealt] = [predictedFigures(responses, spreads), predictedFigures(other, spreads)];
  for (const [at, figure] of given.entries()) {
    expect(Object.keys(figure).length).toBeGreaterThan(20);
    expect(Object.keys(dealt[at] ?? {})).toEqual(Object.keys(figure));
    for (const [id, { mean, low }] of Object.entries(figure)) {
      expect(dealt[at]?.[id]?.mean).toBeCloseTo(mean, 9);
      expect(dealt[at]?.[id]?.low).toBeCloseTo(low, 9);
    }
  }
});

describe("since last time", () => {
  const amount = { low: -2, high: 2, centre: 0 };
  const measure: Measure = {
    items: ["m1", "m2", "l1", "l2"].map((id) => ({
      id,
      competency: id.startsWith("m") ? "goals" : "vision",
      scale: amount,
    })),
    competencies: [
      { id: "goals", hat: "managing" },
      { id: "vision", hat: "leading" },
    ],
    hats: ["managing", "leading"],
    questions: [],
  };
  const from = (participantId: string, relationship: string, ...rows: number[][]) =>
    rows.map((ratings): ScoredResponse => ({ participantId, relationship, ratings, counts: true }));
  // Twenty participants whose raters differ by one point: enough for a pooled spread.
  const elsewhere = Array.from({ length: 20 }, (_, index) =>
    from(
      `p${index}`,
      "peer",
      [0, 0, 0, 0],
      [1, 1, 0, 0],
      [-1, -1, 1, 1],
      [0, 0, -1, -1],
      [1, 0, 0, 0],
    ),
  ).flat();
  const before = [
    ...from("me", "manager", [1, 1, -1, -1]),
    ...from("me", "peer", [1, 1, -1, -1], [2, 1, -1, -2], [1, 0, -1, 0]),
    ...from("me", "direct_report", [1, 2, -1, -1], [1, 1, 0, -1], [1, 1, -1, -1]),
  ];
  const after = [
    ...from("me", "manager", [-1, -1, 1, 1]),
    ...from("me", "peer", [-1, -1, 1, 1], [0, -1, 1, 2], [-1, -1, 1, 0]),
    ...from("me", "direct_report", [0, -1, 1, 1], [-1, 0, 0, 1], [0, -1, 1, 1]),
  ];

  const own = (responses: ScoredResponse[], spreads: Disclosed<PooledSpreads>) =>
    scoreParticipant({
      measure,
      responses,
      asked: ["manager", "peer", "direct_report"],
      comments: [],
      spreads,
      marginals: {},
      chance: () => 1 - 1e-9,
      policy: standardPolicy,
      seed: "seed",
    });
  const report = (responses: ScoredResponse[], last: LastTime | null): Disclosed<ReportContent> => {
    const spreads = poolSpreads(measure, [...elsewhere, ...responses], standardPolicy);
    const me = own(responses, spreads);
    const round = { measure, reports: { me }, stored: {}, spreads };
    const lastTimes = new Map(last ? [["me", last]] : []);
    const changes = finish(changesInRound(round, lastTimes));
    return completeReport(
      me,
      { measure, spreads, adjusted: {}, changes },
      { participantId: "me", lastTime: last },
    );
  };
  const last: LastTime = {
    cycleName: "Spring",
    closedOn: "2026-03-20",
    content: report(before, null),
    measure,
    asked: { before: 7, again: 4 },
  };

  test("a report is a disclosed value, with nothing of a time before that there was not", () => {
    expect(isDisclosed(last.content)).toBe(true);
    expect(last.content.sinceLastTime).toBeNull();
  });

  test("the same answers have not changed; clearly other ones have, and each says what would have been too little", () => {
    const same = report(before, last).sinceLastTime;
    expect(same?.hats.map((change) => change.verdict)).toEqual(["within-noise", "within-noise"]);
    const found = report(after, last).sinceLastTime;
    expect(found).toMatchObject({ cycleName: "Spring", asked: { before: 7, again: 4 } });
    expect(found?.hats.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["managing", "down"],
      ["leading", "up"],
    ]);
    for (const change of [...(found?.hats ?? []), ...(found?.competencies ?? [])])
      expect(change.verdict).toBe(beyond(change));
  });

  function beyond({ before, now, noise }: Change): Change["verdict"] {
    const difference = now.mean - before.mean;
    if (difference > noise.high) return "up";
    return difference < noise.low ? "down" : "within-noise";
  }

  test("what belongs to no hat is judged by the round as well, where it says how raters differ", () => {
    const spreads = poolSpreads(measure, [...elsewhere, ...before], standardPolicy);
    const hatless: Measure = {
      ...measure,
      competencies: measure.competencies.map((each) => ({ ...each, hat: null })),
    };
    const [alone] = compareWithLast(last, hatless, own(after, spreads), spreads).filter(
      ({ hat }) => hat === null,
    );
    expect(alone?.competencies.map(({ id }) => id)).toEqual(["goals", "vision"]);
    expect(alone?.assumed).toBeNull();
  });

  test("what was measured on another scale is left out", () => {
    const items = measure.items.map((item) => ({ ...item, scale: { ...amount, low: -3 } }));
    expect(report(after, { ...last, measure: { ...measure, items } }).sinceLastTime).toBeNull();
  });

  test("other questions about the same make a change less sure", () => {
    const items = measure.items.map((item) => ({ ...item, id: `old ${item.id}` }));
    const wide = (time: LastTime) => {
      const [managing] = report(after, time).sinceLastTime?.hats ?? [];
      return managing ? managing.high - managing.low : Number.NaN;
    };
    expect(wide({ ...last, measure: { ...measure, items } })).toBeGreaterThan(wide(last));
  });
});
