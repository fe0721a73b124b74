import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readingGrade } from "~/features/frameworks/domain/reading-grade.ts";
import { germanReadingGrade } from "~/features/frameworks/domain/reading-grade-german.ts";

// The guide will be the neighbour of checks. Nothing shows its texts yet: they are held to what its pages will rest on.

const line = z.string().trim().min(1);
const move = line.refine((text) => text.split(/\s+/).length <= 12, "more than twelve words");
const times = z.strictObject({
  today: z.array(move).min(1),
  thisWeek: z.array(move).min(1),
  thisQuarter: z.array(move).min(1),
});
const ofBoth = <Each extends z.ZodType>(each: Each) =>
  z.strictObject({ managing: each, leading: each });
const words = z.strictObject({
  language: z.enum(["en", "de"]),
  situations: z.record(
    z.string(),
    z.strictObject({
      title: line,
      summary: line,
      keywords: z.array(line).min(5).max(12),
      moves: ofBoth(times),
      tooMuch: ofBoth(line),
      say: z.array(line).min(2).max(3),
    }),
  ),
});
const structure = z.strictObject({
  situations: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
      behaviours: z.array(z.string()).min(2).max(4),
      source: z
        .string()
        .regex(/ \(\d{4}\)$/)
        .optional(),
    }),
  ),
});

type Said = z.output<typeof words>["situations"][string];
const sentencesOf = ({ moves, tooMuch }: Pick<Said, "moves" | "tooMuch">) => [
  ...Object.values(tooMuch),
  ...Object.values(moves).flatMap((hat) => Object.values(hat).flat()),
];

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../content/${path}`, import.meta.url), "utf8"));
const { situations } = structure.parse(json("guide/situations.v1.json"));
const keys = situations.map(({ key }) => key);

test("there are 27 situations, each of behaviours that the framework has", () => {
  expect(new Set(keys).size).toBe(27);
  const known = JSON.stringify(json("frameworks/both-hats.v2.json"));
  const unknown = situations
    .flatMap(({ behaviours }) => behaviours)
    .filter((key) => !known.includes(`"key":"${key}"`));
  expect(unknown).toEqual([]);
});

describe.each(["en", "de"])("%s", (language) => {
  const text = words.parse(json(`guide/${language}.json`));
  const all = Object.values(text.situations);

  test("has every situation in the same order, and nothing else", () => {
    expect(text.language).toBe(language);
    expect(Object.keys(text.situations)).toEqual(keys);
  });

  test("offers at least four moves of each hat, of twelve words at most", () => {
    for (const { title, moves } of all)
      for (const hat of [moves.managing, moves.leading])
        expect(Object.values(hat).flat().length, title).toBeGreaterThanOrEqual(4);
  });

  test("says no sentence twice", () => {
    const said = all.flatMap(({ title, summary, moves, tooMuch, say }) => [
      ...[title, summary, ...say, ...sentencesOf({ moves, tooMuch })],
    ]);
    expect(said.filter((each, at) => said.indexOf(each) !== at)).toEqual([]);
    const found = all.map(({ keywords }) => keywords.toSorted().join());
    expect(new Set(found).size).toBe(all.length);
  });

  // As the checks are: grade 6 of the one formula and grade 7 of the other are read at twelve.
  test("can be read at twelve", () => {
    const [grade, most] =
      language === "en" ? ([readingGrade, 6] as const) : ([germanReadingGrade, 7] as const);
    const hard = Object.entries(text.situations).flatMap(([key, { summary, ...rest }]) => {
      const reached = grade([summary, ...rest.say, ...sentencesOf(rest)]);
      return reached > most ? [`${key}: ${reached.toFixed(1)}`] : [];
    });
    expect(hard).toEqual([]);
  });
});

test("both languages have as many of each, in each place", () => {
  const shape = (language: string) =>
    Object.values(words.parse(json(`guide/${language}.json`)).situations).map(({ moves, say }) => [
      ...[moves.managing, moves.leading].flatMap((hat) =>
        Object.values(hat).map((each) => each.length),
      ),
      say.length,
    ]);
  expect(shape("de")).toEqual(shape("en"));
});
