import { isDisclosed, standardPolicy } from "@twohats/disclosure";
import { expect, test } from "vitest";
import { pulsePolicy } from "../pulse-policy.ts";
import { type AwayQuestion, awayAnswers, awayQuestions, tellAway } from "./tell-away.ts";

const policy = pulsePolicy(standardPolicy);
const tell = (answers: readonly (number | null)[], draw = 0.99, counts = true) =>
  tellAway(
    answers.map((answer, at) => ({ ratings: [answer, answer, answer], counts: counts || at > 0 })),
    policy,
    () => draw,
  );

test("from the minimum on it tells how many gave each answer, and of fewer nothing, not how few", () => {
  const told = tell([3, 3, 2, 1, 3]);
  expect(isDisclosed(told)).toBe(true);
  expect(told.minimum).toBe(5);
  expect(told.questions.plan).toEqual({ told: "counts", n: 5, counts: [1, 1, 3] });
  for (const answers of [[], [3], [3, 2, 1, 1], [3, 2, 1, 1, null]])
    for (const question of awayQuestions)
      expect(tell(answers).questions[question]).toEqual({ told: "few" });
});

test("whoever has an address that others changed reaches no minimum", () => {
  expect(tell([3, 3, 2, 1, 3], 0.99, false).questions.plan).toEqual({ told: "few" });
  expect(tell([3, 3, 2, 1, 3, 2], 0.99, false).questions.plan).toMatchObject({ told: "near" });
});

/** What nobody minds having said, if all did. */
const HARMLESS: Record<AwayQuestion, number> = { plan: 3, beyond: 3, stopped: 1 };

/** Every way in which so many could answer, regardless of who. */
function* worlds(size: number, from = 1): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (const answer of awayAnswers)
      if (answer >= from) for (const rest of worlds(size - 1, answer)) yield [answer, ...rest];
}

test("a team member who adds their own answer to what is told never knows for certain what each of the others said", () => {
  for (const size of [5, 6, 7])
    for (const question of awayQuestions) {
      // What each of them would still believe possible of the others, by what they are told and what they said.
      const possible = new Map<string, Set<string>>();
      for (const world of worlds(size))
        for (const draw of [0, 0.99]) {
          const told = JSON.stringify(tell(world, draw).questions[question]);
          for (const own of new Set(world)) {
            const rest = world.toSpliced(world.indexOf(own), 1);
            const key = `${told} ${own}`;
            possible.set(key, (possible.get(key) ?? new Set()).add(rest.join("")));
          }
        }
      for (const [key, rests] of possible) {
        const alike = [...rests].every((rest) => new Set(rest).size === 1);
        const minded = [...rests].some((rest) => !rest.startsWith(String(HARMLESS[question])));
        expect([question, key, alike && minded]).toEqual([question, key, false]);
      }
    }
});
