import { isDisclosed, standardPolicy } from "@twohats/disclosure";
import { cronbachAlpha, matrixOf } from "@twohats/psychometrics";
import { expect, test } from "vitest";
import type { Measure } from "~/features/questionnaires/domain/measure.ts";
import { normals, seeded } from "../testing/seeded.ts";
import { instrumentQuality, type SpokenResponse } from "./instrument-quality.ts";

const scale = { low: -2, high: 2, centre: 0 };
const measure: Measure = {
  items: ["a", "b", "c"].map((id) => ({ id, competency: "goals", scale })),
  competencies: [{ id: "goals", hat: "managing" }],
  hats: ["managing", "leading"],
  questions: [],
};

/** Peers of so many participants; item "a" is rated a point higher by whoever reads German. */
function round(participants: number, german: number): SpokenResponse[] {
  const normal = normals(7);
  const random = seeded(8);
  const rating = (value: number) => Math.max(-2, Math.min(2, Math.round(value)));
  return Array.from({ length: 5 * participants }, (_, at) => {
    const language = random() < german ? "de" : "en";
    const person = normal();
    const ratings = [0, 1, 2].map((item) =>
      rating(person + 0.6 * normal() + (item === 0 && language === "de" ? 1 : 0)),
    );
    const participantId = `p${Math.floor(at / 5)}`;
    return { participantId, relationship: "peer", ratings, language, counts: true };
  });
}

test("reliability and the items' share in it come from the whole round, with their n", () => {
  const responses = round(60, 0.5);
  const quality = instrumentQuality(measure, responses, standardPolicy);
  expect(isDisclosed(quality)).toBe(true);
  const expected = cronbachAlpha(matrixOf(responses.map(({ ratings }) => ratings as number[])));
  expect(quality.competencies.goals).toMatchObject({
    shown: true,
    numbers: { alpha: Math.round(100 * (expected?.alpha ?? 0)) / 100, n: 300 },
  });
  expect(quality.items.b?.rest).toMatchObject({ shown: true, numbers: { n: 300 } });
});

test("an item that means more in one language can be found from what is kept: higher in every band", () => {
  const quality = instrumentQuality(measure, round(120, 0.5), standardPolicy);
  const differences = (id: string) => {
    const found = quality.items[id]?.byLanguage;
    if (!found?.shown) throw new Error("the tables should be shown");
    const [de, en] = found.tables.means.cells;
    return [0, 1, 2].map((band) => {
      const [first, second] = [de?.[band], en?.[band]];
      return first?.shown && second?.shown ? first.mean - second.mean : Number.NaN;
    });
  };
  for (const difference of differences("a")) expect(difference).toBeGreaterThan(0.4);
  // The others are compared with a rest that holds the odd one: a little lower, if anything.
  for (const difference of differences("c")) expect(difference).toBeLessThan(0.2);
});

test("where one language has few raters, or there is one alone, the check is refused and says why", () => {
  const few = instrumentQuality(measure, round(60, 0.02), standardPolicy);
  expect(few.items.a?.byLanguage).toEqual({ shown: false, why: "few-raters" });
  const one = instrumentQuality(measure, round(60, 0), standardPolicy);
  expect(one.items.a?.byLanguage).toEqual({ shown: false, why: "one-language" });
});

test("no cell of fewer than ten people is kept", () => {
  const quality = instrumentQuality(measure, round(30, 0.3), standardPolicy);
  for (const { byLanguage } of Object.values(quality.items)) {
    if (!byLanguage.shown) continue;
    for (const cell of byLanguage.tables.means.cells.flat())
      if (cell.shown) expect(cell.n).toBeGreaterThanOrEqual(10);
  }
});

test("a small round says nothing of its questionnaire", () => {
  const quality = instrumentQuality(measure, round(8, 0.5), standardPolicy);
  expect(quality.competencies.goals).toEqual({ shown: false, reason: "hidden-few-raters" });
  expect(quality.items.a?.rest.shown).toBe(false);
  expect(instrumentQuality(measure, [], standardPolicy).competencies.goals?.shown).toBe(false);
});
