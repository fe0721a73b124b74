import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readingGrade } from "~/features/frameworks/domain/reading-grade.ts";
import { germanReadingGrade } from "~/features/frameworks/domain/reading-grade-german.ts";
import { guideSchema, guideWordsSchema } from "./guide-file.ts";

type Said = ReturnType<typeof guideWordsSchema.parse>["situations"][string];
const sentencesOf = ({ moves, tooMuch }: Pick<Said, "moves" | "tooMuch">) => [
  ...Object.values(tooMuch),
  ...Object.values(moves).flatMap((hat) => Object.values(hat).flat()),
];

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../content/${path}`, import.meta.url), "utf8"));
const { situations } = guideSchema.parse(json("guide/situations.v1.json"));
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
  const text = guideWordsSchema.parse(json(`guide/${language}.json`));
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
    Object.values(guideWordsSchema.parse(json(`guide/${language}.json`)).situations).map(
      ({ moves, say }) => [
        ...[moves.managing, moves.leading].flatMap((hat) =>
          Object.values(hat).map((each) => each.length),
        ),
        say.length,
      ],
    );
  expect(shape("de")).toEqual(shape("en"));
});
