import { discloseReportFigures, standardPolicy } from "@twohats/disclosure";
import { expect, test, vi } from "vitest";
import { normals, seeded } from "../testing/seeded.ts";
import { simulatedMeasure, trueAmounts } from "../testing/simulated-answers.ts";
import { marginalsOfRound } from "./marginals.ts";

// Whole rounds are made up: more work than a test usually has.
vi.setConfig({ testTimeout: 60_000 });

const LENIENCY = 0.3;
const NOISE = 0.7;

/** Ratings of 40 participants by three to seven peers each, who agree about them as strongly as raters ever do. */
function roundOfPeers(seed: number) {
  const normal = normals(seed + 1);
  const random = seeded(seed);
  return trueAmounts({ participants: 40, raters: 8, seed }).map((amounts, participant) =>
    Array.from({ length: 3 + Math.floor(5 * random()) }, () => {
      const lenient = LENIENCY * normal();
      return {
        participantId: `p${participant}`,
        relationship: "peer",
        counts: true,
        ratings: simulatedMeasure.items.map((_, item) => {
          const said = Math.round(
            (amounts[Math.floor(item / 4)] ?? 0) + lenient + NOISE * normal(),
          );
          return Math.max(-2, Math.min(2, said));
        }),
      };
    }),
  );
}

/** All answers, or all but one, on the same end. */
function alike(answers: readonly number[]): boolean {
  return [-2, 2].some(
    (end) => answers.filter((answer) => answer === end).length >= answers.length - 1,
  );
}

test("that a figure is withheld tells little: in no more than half of the cases the answers are alike", () => {
  let withheld = 0;
  let same = 0;
  let all = 0;
  for (let seed = 1; seed <= 3; seed++) {
    const groups = roundOfPeers(seed);
    const marginals = marginalsOfRound(simulatedMeasure, groups.flat());
    for (const responses of groups) {
      const { items, competencies } = simulatedMeasure;
      const input = { items, competencies, responses, marginals, chance: seeded(seed) };
      const [peers] = discloseReportFigures(input, standardPolicy).figures;
      for (const [at, { id }] of items.entries()) {
        all++;
        if (peers?.items[id]?.shown !== false) continue;
        withheld++;
        if (alike(responses.flatMap(({ ratings }) => ratings[at] ?? []))) same++;
      }
    }
  }
  expect(withheld).toBeGreaterThan(250);
  expect(same / withheld).toBeLessThanOrEqual(0.5);
  // And not because everything is.
  expect(same / withheld).toBeGreaterThan(0.25);
  expect(withheld / all).toBeLessThan(0.15);
});
