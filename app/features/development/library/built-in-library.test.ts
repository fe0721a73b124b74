import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readingGrade } from "~/features/frameworks/domain/reading-grade.ts";
import { germanReadingGrade } from "~/features/frameworks/domain/reading-grade-german.ts";
import { wordingOverlap } from "~/features/frameworks/domain/wording-overlap.ts";
import { builtInFrameworks, frameworkInLanguage } from "~/features/frameworks/index.server.ts";
import german from "../../../../content/practices/both-hats.de.json";
import english from "../../../../content/practices/both-hats.en.json";
import type { BehaviourGuide } from "../domain/library/practice-library.ts";
import { builtInLibrary } from "./built-in-library.server.ts";
import { publishedDevelopmentSchemas } from "./published-schemas.ts";

const guides = (["en", "de"] as const).flatMap((language) =>
  Object.entries(builtInLibrary(language).behaviours).map(([key, guide]) => ({
    ...{ language, key, guide },
  })),
);

const practicesOf = ({ practices }: BehaviourGuide) => Object.values(practices);

/** All that is read of a behaviour, each text for itself. */
const proseOf = (guide: BehaviourGuide) => [
  ...[guide.more, guide.less, ...guide.questions],
  ...practicesOf(guide).flatMap(({ cue, action, notice }) => [`${cue}, ${action}`, notice]),
];

test("every behaviour of every version of Both hats has a guide, and there is none for anything else", () => {
  const keys = builtInFrameworks().flatMap(({ key, competencies }) =>
    key === "both-hats"
      ? competencies.flatMap(({ behaviours }) => behaviours.map((b) => b.key))
      : [],
  );
  expect(Object.keys(builtInLibrary("en").behaviours).sort()).toEqual([...new Set(keys)].sort());
});

test("the practices that the framework itself names are here under the same name and for the same", () => {
  const spoken = builtInFrameworks().flatMap((framework) =>
    ["en", "de"].map((language) => ({ language, framework })),
  );
  for (const { language, framework } of spoken)
    for (const practice of frameworkInLanguage(framework, language).competencies.flatMap(
      ({ practices }) => practices,
    )) {
      const own = builtInLibrary(language).behaviours[practice.behaviour]?.practices[practice.key];
      const { name, direction } = practice;
      expect(own, practice.key).toMatchObject({ name, direction });
    }
});

test("both languages have the same behaviours and practices in the same order, and as many questions", () => {
  const shape = ({ behaviours }: typeof english | typeof german) =>
    Object.entries(behaviours).map(([key, { practices, questions }]) => [
      ...[key, Object.keys(practices), questions.length],
    ]);
  expect(shape(german)).toEqual(shape(english));
});

test.each(guides)(
  "$key in $language: three practices, for more and for less, and two questions",
  ({ guide }) => {
    const practices = practicesOf(guide);
    expect(practices.map(({ direction }) => direction).sort()).toEqual(["less", "more", "more"]);
    expect(guide.questions.length).toBeGreaterThanOrEqual(2);
    for (const question of guide.questions) expect(question).toMatch(/[?”“]$/);
  },
);

test("keys and names of practices are unique", () => {
  for (const language of ["en", "de"]) {
    const all = Object.values(builtInLibrary(language).behaviours);
    const keys = all.flatMap(({ practices }) => Object.keys(practices));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    const names = all.flatMap(practicesOf).map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  }
});

test.each(guides)("$key in $language: a moment, then something small", ({ guide, language }) => {
  for (const { cue, action, notice } of practicesOf(guide)) {
    expect(cue).toMatch(language === "en" ? /^When / : /^Wenn /);
    expect(cue).not.toMatch(/[.!]$/);
    expect(action).toMatch(/[.!?”“]$/);
    expect(notice).toMatch(/[.!?”“]$/);
    expect(action.split(/\s+/).length, action).toBeLessThanOrEqual(40);
  }
});

// Grade 6 is read at eleven or twelve, as all texts of the framework. German counts grades of another formula, in which
// one long word weighs more: 8 is a reading age of fourteen.
test.each(guides)("$key in $language can be read at twelve to fourteen", ({ guide, language }) => {
  const grade = language === "en" ? readingGrade : germanReadingGrade;
  expect(grade(proseOf(guide))).toBeLessThanOrEqual(language === "en" ? 6 : 8);
});

/** Pairs that have more than half of their words in common. */
function pairs(texts: readonly string[], language: "en" | "de") {
  return texts.flatMap((first, at) =>
    texts
      .slice(at + 1)
      .filter((second) => wordingOverlap(first, second, language) > 0.5)
      .map((second) => [first, second]),
  );
}

test.each(["en", "de"] as const)("no two texts in %s say nearly the same", (language) => {
  const all = Object.values(builtInLibrary(language).behaviours);
  for (const part of ["action", "notice"] as const)
    expect(
      pairs(
        all.flatMap(practicesOf).map((each) => each[part]),
        language,
      ),
    ).toEqual([]);
  const said = all.flatMap(({ more, less, questions }) => [more, less, ...questions]);
  expect(pairs(said, language)).toEqual([]);
});

test("what says nearly the same is found", () => {
  const pair = ["Ask one person what is in their way.", "Ask a person what's in the way today."];
  expect(pairs([...pair, "Write it down."], "en")).toEqual([pair]);
});

const JARGON =
  /\b(leverage|stakeholders?|holistic|proactive|empower(ed|ing)?|mindset|deliverables?|alignment|performance management|learnings|Mindset|Stakeholder|ganzheitlich|proaktiv|Performance|Feedbackkultur|wertschätzend|Mitarbeiter|Vorgesetzte[rn]?)\b/;
const GENDERED = /\b(he|she|his|her|him|hers|guys|manpower)\b/i;

test.each(guides)("$key in $language has no jargon and no gender", ({ guide, language }) => {
  for (const text of [...proseOf(guide), ...practicesOf(guide).map(({ name }) => name)]) {
    expect(text).not.toMatch(JARGON);
    if (language === "en") expect(text).not.toMatch(GENDERED);
  }
});

test("the published schemas are in step; otherwise run npm run generate:schemas", () => {
  const folder = join(import.meta.dirname, "../../../../content/schema");
  const published = publishedDevelopmentSchemas();
  for (const [file, schema] of Object.entries(published))
    expect(JSON.parse(readFileSync(join(folder, file), "utf8"))).toEqual(
      JSON.parse(JSON.stringify(schema)),
    );
  const named = (content: { $schema: string }) => content.$schema.replace("../schema/", "");
  for (const file of [named(english), named(german)]) {
    expect(Object.keys(published)).toContain(file);
    expect(readdirSync(folder)).toContain(file);
  }
});
