import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { features } from "../../app/features.ts";
import { manifestsOf } from "../../app/platform/feature/feature.server.ts";

// A letter nobody registered has no place where somebody could say that they don't want it; one whose words are missing
// in a language, or speak of what it is never told, is noticed by its readers first.

const kinds = (await manifestsOf(features)).flatMap(({ name: feature, letters = [] }) =>
  letters.map((kind) => ({ ...kind, feature })),
);

/** The words of a kind by language, as its feature has them. */
function wordsOf({ feature, name }: { feature: string; name: string }) {
  const files = globSync(`app/features/${feature}/texts/*/letter-${name}.json`);
  return Object.fromEntries(
    files.map((file) => [
      basename(dirname(file)),
      JSON.parse(readFileSync(file, "utf8")) as Record<string, string>,
    ]),
  );
}

const placesIn = (words: Record<string, string>) => [
  ...new Set(
    Object.values(words).flatMap((text) => text.match(/(?<=\{\{\s*)\w+(?=\s*\}\})/g) ?? []),
  ),
];

test("every kind of letter is registered once", () => {
  const names = kinds.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(15);
  expect(names).toEqual([...new Set(names)]);
  const files = globSync("app/features/*/texts/en/letter-*.json");
  expect(files.map((file) => basename(file, ".json").slice("letter-".length)).sort()).toEqual(
    names.toSorted(),
  );
});

test.each(kinds)("$name: says the same in every language it is written in", (kind) => {
  const words = wordsOf(kind);
  expect(words.en).toBeDefined();
  for (const [language, own] of Object.entries(words))
    expect(Object.keys(own).sort(), language).toEqual(Object.keys(words.en ?? {}).sort());
});

test.each(kinds)("$name: speaks of what it is told, and of nothing else", (kind) => {
  for (const [language, own] of Object.entries(wordsOf(kind)))
    for (const place of placesIn(own)) expect([...kind.facts], language).toContain(place);
});

test("whatever may be done without says what it is and when it comes, and nothing else does", () => {
  const optional = kinds.filter(({ mayBeDeclined }) => mayBeDeclined);
  expect(optional.map(({ name }) => name).toSorted()).toEqual([
    ...[
      "assessment-reminder",
      "closing",
      "expiry",
      "nomination-reminder",
      "practice-nudge",
      "reminder",
      "team-nomination-reminder",
    ],
  ]);
  for (const kind of kinds)
    for (const [language, words] of Object.entries(wordsOf(kind)))
      expect([kind.name, language, "about" in words, "aboutHint" in words]).toEqual([
        ...[kind.name, language],
        ...[kind.mayBeDeclined === true, kind.mayBeDeclined === true],
      ]);
});

test("letters name their kind by being designed, and nowhere by hand", () => {
  const sources = globSync("app/**/*.server.{ts,tsx}").filter(
    (file) => !file.includes("/testing/"),
  );
  const byHand = sources.filter((file) =>
    /messages\.push\(\{\s*kind|queueMessages\([^;]*?\{\s*kind:/.test(readFileSync(file, "utf8")),
  );
  expect(byHand).toEqual([]);
});
