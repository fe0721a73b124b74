import { expect, test } from "vitest";
import type { RecordPart, RecordValue } from "~/platform/feature/personal.ts";
import { texts, textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import { readIn } from "~/platform/i18n/reader-language.server.ts";
import { personalOfAll } from "./personal.server.ts";
import { readableRecord } from "./readable-record.ts";

const records = (await personalOfAll()).toReversed().flatMap(({ record }) => record ?? []);

/** Every text that a record asks for, whatever stands in it. */
function wordsOf({ title, labels, fields }: RecordPart): string[] {
  return [
    title,
    ...Object.entries(fields).flatMap(([key, kind]: [string, RecordValue]) => {
      if (typeof kind === "string") return [`${labels}.${key}`];
      if ("fields" in kind) return wordsOf(kind);
      return [`${labels}.${key}`, ...kind.of.map(kind.word)];
    }),
  ];
}

test.each(languages)("everything that can be exported has a name in %s", (language) => {
  const words = records.flatMap(wordsOf);
  expect(words.length).toBeGreaterThan(60);
  const missing = words.filter(
    (word) => !textsIn(language).exists(word, { lng: language, fallbackLng: [] }),
  );
  expect(missing).toEqual([]);
});

test("no two features export under the same name", () => {
  const keys = records.flatMap(({ fields }) => Object.keys(fields));
  expect(keys).toEqual([...new Set(keys)]);
});

const reading = (language: string, zone = "Europe/London") => ({ texts: textsIn(language), zone });

test("values are said in words and days are those of where the reader is", () => {
  const exported = {
    person: {
      name: "Ana",
      language: "fr",
      workingDays: "12",
      startDate: "2026-03-02",
      status: "active",
    },
    addressChanges: [
      {
        oldAddress: "a@x.org",
        newAddress: null,
        changedAt: "2026-03-02T23:30:00.000Z",
        state: "passed",
      },
    ],
    appointed: false,
    declinedLetters: ["reminder"],
  };
  const said = (zone: string) => {
    const parts = readIn("de", () => readableRecord(exported, records, reading("de", zone)));
    const lines = (part: (typeof parts)[number]): (string | null)[] =>
      part.entries.flatMap((entry) => [
        ...entry.lines.map(({ value }) => value),
        ...entry.parts.flatMap(lines),
      ]);
    return parts.flatMap(lines);
  };
  expect(said("Europe/London")).toEqual([
    ...["Nein", "a@x.org", null, "2. März 2026", "Die Wartezeit ist vorbei"],
    ...["Ana", "Französisch", "2. März 2026", "Aktiv", "Montag und Dienstag"],
    "Erinnerungen an offenes Feedback",
  ]);
  expect(said("Asia/Tokyo")).toContain("3. März 2026");
});

test("what nobody gave a name is an error, and neither shown raw nor left out", () => {
  const read = (exported: Record<string, unknown>) =>
    readableRecord(exported, records, { texts, zone: "UTC" });
  expect(() => read({ secrets: [] })).toThrow("secrets");
  expect(() => read({ person: { shoeSize: 42 } })).toThrow("shoeSize");
  expect(() => read({ reports: [{ focus: [{ item: "x" }] }] })).toThrow("item");
});
