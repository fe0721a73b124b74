import { expect, test } from "vitest";
import { readingGrade } from "~/features/frameworks/domain/reading-grade.ts";
import { germanReadingGrade } from "~/features/frameworks/domain/reading-grade-german.ts";
import { builtInFramework } from "~/features/frameworks/index.server.ts";
import type { StarterPart } from "../domain/starters/starter.ts";
import { builtInStarters } from "./built-in-starters.server.ts";
import { usualBeginning } from "./take-starter.server.ts";

const sets = (["en", "de"] as const).flatMap((language) =>
  builtInStarters(language).sets.map((set) => ({ language, key: set.key, set })),
);
const competencies = builtInFramework().competencies;

test("both languages have the same sets with the same parts, kinds and days", () => {
  const shape = (language: string) =>
    builtInStarters(language).sets.map(({ key, shape: as, parts }) => ({
      ...{ key, as },
      parts: parts.map(({ key: part, competency, actions, partner }) => ({
        ...{ part, competency, partner: partner && [partner.kind, partner.day] },
        actions: actions.map(({ kind, day }) => [kind, day]),
      })),
    }));
  expect(shape("de")).toEqual(shape("en"));
  expect(builtInStarters("fr")).toBe(builtInStarters("en"));
});

test.each(sets)(
  "$key in $language can be read at fourteen, and repeats no title",
  ({ set, language }) => {
    const prose = [set.lead, ...(set.note ? [set.note] : []), ...set.parts.flatMap(proseOf)];
    const grade = language === "en" ? readingGrade(prose) : germanReadingGrade(prose);
    expect(grade).toBeLessThanOrEqual(8);
    const titles = set.parts.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  },
);

function proseOf({ question, goal, measure, reason, actions, partner }: StarterPart): string[] {
  const told = [...actions, ...(partner ? [partner] : [])];
  return [
    question,
    goal,
    measure,
    reason,
    ...told.flatMap(({ words, evidence }) => [words, evidence]),
  ];
}

test("the six core skills are the competencies of the first hat in their order, each to learn or with a partner", () => {
  const core = builtInStarters("en").sets.find(({ key }) => key === "core-skills");
  const managing = competencies.filter(({ hat }) => hat === builtInFramework().hats[0]?.key);
  expect(core?.parts.map(({ competency }) => competency)).toEqual(managing.map(({ key }) => key));
  expect(core?.parts.every(({ partner }) => partner !== null)).toBe(true);
});

test("the five moves are of the second hat, and every competency that a set names is there", () => {
  const known = new Map(competencies.map(({ key, hat }) => [key, hat]));
  for (const { set } of sets)
    for (const { competency } of set.parts)
      if (competency !== null) expect(known.has(competency), competency).toBe(true);
  const moves = builtInStarters("en").sets.find(({ key }) => key === "five-moves");
  const hats = moves?.parts.map(({ competency }) => known.get(competency ?? ""));
  expect(new Set(hats)).toEqual(new Set([builtInFramework().hats[1]?.key]));
});

test("days count from when somebody first reported to a new manager, and for others from today", () => {
  expect(usualBeginning("2026-12-01", "2026-11-15")).toBe("2026-11-15");
  expect(usualBeginning("2026-12-01", "2026-10-02")).toBe("2026-10-02");
  expect(usualBeginning("2026-12-01", "2026-10-01")).toBe("2026-12-01");
  expect(usualBeginning("2026-12-01", null)).toBe("2026-12-01");
});
