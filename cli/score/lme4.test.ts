import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "@twohats/psychometrics";
import { expect, test } from "vitest";
import { score } from "./score.ts";

/** Lectures in small: 3,000 whole-number ratings of 60 lecturers by 150 students, who differ in leniency. */
function lectures(): string {
  const random = seededRandom(2026);
  const level = Array.from({ length: 60 }, () => 0.6 * random.normal());
  const leniency = Array.from({ length: 150 }, () => 0.5 * random.normal());
  // A student may rate a lecturer in several terms.
  const terms = new Map<string, number>();
  const rows = Array.from({ length: 3000 }, () => {
    const [lecturer, student] = [random.below(60), random.below(150)];
    const wanted = 3.2 + (level[lecturer] as number) + (leniency[student] as number);
    const value = Math.round(Math.min(5, Math.max(1, wanted + random.normal())));
    const term = (terms.get(`${lecturer} ${student}`) ?? 0) + 1;
    terms.set(`${lecturer} ${student}`, term);
    return `${lecturer},${student},${value},${term}`;
  });
  return `lecturer,student,rating,wave\n${rows.join("\n")}\n`;
}

/** lmer(rating ~ 1 + (1 | lecturer) + (1 | student), REML = TRUE) of the same file, by lme4 1.1-31 in R 4.2.2. */
const LME4 = {
  participant: 0.279997792812,
  rater: 0.205568841024,
  residual: 0.899417800881,
  intercept: 3.16393725056,
};

test("a file of ratings gives lme4's components and level", async () => {
  const folder = mkdtempSync(join(tmpdir(), "score-"));
  try {
    const file = join(folder, "ratings.csv");
    writeFileSync(file, lectures());
    const screen = { write: () => true };
    const terminal = { out: screen, err: screen, now: () => 0 };
    await score(file, { out: folder, strict: false, scale: "1-5" }, terminal);
    const { model } = JSON.parse(readFileSync(join(folder, "results.json"), "utf8"));
    for (const name of ["participant", "rater", "residual"] as const) {
      const relative = model.components[name].variance / LME4[name] - 1;
      expect(Math.abs(relative), name).toBeLessThan(1e-4);
    }
    expect(model.intercept.estimate).toBeCloseTo(LME4.intercept, 5);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
