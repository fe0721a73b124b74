import { expect, test } from "vitest";
import { wordsOfName } from "~/features/people/domain/index.ts";
import { commentWarnings } from "./comment-warnings.ts";

const names = new Set(
  [
    "Anna Kowalski",
    "Will Baker",
    "Jürgen Müller",
    "Anna-Lena O’Brien",
    "Li Na",
    "Max Klein",
    "田中 花子",
  ].flatMap(wordsOfName),
);
const found = (text: string, language = "en") =>
  commentWarnings(text, names, language).map(({ kind, found: words }) => [kind, words]);

test("a name of the directory is found, alone, in full, and with a possessive", () => {
  expect(found("Anna knew first.")).toEqual([["name", "Anna"]]);
  expect(found("Ask Anna Kowalski about it")).toEqual([["name", "Anna Kowalski"]]);
  expect(found("It was Anna’s idea, and O’Brien's plan")).toEqual([
    ["name", "Anna"],
    ["name", "O’Brien"],
  ]);
  expect(found("Das war Jürgens Idee", "de")).toEqual([["name", "Jürgens"]]);
  expect(found("Anna-Lena sagte das", "de")).toEqual([["name", "Anna-Lena"]]);
  expect(found("花子 に聞いてください", "ja")).toEqual([["name", "花子"]]);
});

test("everyday words that are names too raise no alarm where they are everyday words", () => {
  expect(found("Will this ever end? The baker may know. Will it?")).toEqual([]);
  expect(found("will baker")).toEqual([]);
  expect(found("Max arbeitet in Klein Nordende. Der Klein ist gut.", "de")).toEqual([]);
  expect(found("Klein anfangen, groß denken: der Müller weiß es.", "de")).toEqual([]);
});

test("they do where they stand as a name does", () => {
  expect(found("In the end Will decided")).toEqual([["name", "Will"]]);
  expect(found("Will Baker decided")).toEqual([["name", "Will Baker"]]);
  expect(found("Dann kam Max Klein dazu", "de")).toEqual([["name", "Max Klein"]]);
});

test("addresses and numbers are found; amounts, years and times are none", () => {
  expect(found("write to a.b@house.test, or call +49 30 1234 5678 or 0171/1234567")).toEqual([
    ["email", "a.b@house.test"],
    ["phone", "+49 30 1234 5678"],
    ["phone", "0171/1234567"],
  ]);
  expect(found("It saved 1,200,000 in 2024, 0.75 per ton, from 10:00 to 12:30, by 20 %.")).toEqual(
    [],
  );
});

test.each([
  ["on 3 March it went wrong", "en", "3 March"],
  ["since March 3rd", "en", "March 3rd"],
  ["back in May 2024", "en", "May 2024"],
  ["2026-03-03 was bad", "en", "2026-03-03"],
  ["it was 3/12/25", "en", "3/12/25"],
  ["last Tuesday", "en", "last Tuesday"],
  ["am 3. März ging es schief", "de", "3. März"],
  ["am 3.12.2025", "de", "3.12.2025"],
  ["am Dienstag", "de", "am Dienstag"],
  ["on 3 March", "fr", "3 March"],
])("a day in “%s” is found", (text, language, day) => {
  expect(found(text, language)).toEqual([["date", day]]);
});

test.each([
  ["when she returned from maternity leave", "en", ["when she returned", "maternity leave"]],
  ["What he said at the Christmas party", "en", ["Christmas party"]],
  ["since the funeral", "en", ["funeral"]],
  ["seit der Elternzeit", "de", ["Elternzeit"]],
  ["als sie aus dem Urlaub zurückkam", "de", ["als sie aus dem Urlaub zurückkam"]],
])("an event that few know of in “%s” is found", (text, language, events) => {
  expect(found(text, language)).toEqual(events.map((event) => ["event", event]));
});

test.each([
  ["You may march ahead on Mondays, in 3 of 4 cases, by 1 or 2 steps.", "en"],
  ["We plan in sprints; in March things are calm. Leave room for others.", "en"],
  ["Du könntest im Mai mehr abgeben, in 3. Linie auch mal Nein sagen.", "de"],
  ["Version 1.2.3 lief besser als 1.2", "de"],
])("ordinary words raise no alarm: %s", (text, language) => {
  expect(found(text, language)).toEqual([]);
});

test("the same thing is said once, and never more than four in all", () => {
  expect(found("Anna, Anna and Anna")).toEqual([["name", "Anna"]]);
  const many = "Anna, Jürgen, Kowalski, Lena, O’Brien, a@b.test, 3 March 2025";
  expect(found(many)).toHaveLength(4);
});

test("ten thousand characters of anything are read at once", () => {
  for (const piece of ["0 ", "a@", "Als sie ", "+1-", "Anna ", "3.3", "when she ", "a"]) {
    const begun = performance.now();
    commentWarnings(piece.repeat(10_000 / piece.length), names, "xx");
    expect(performance.now() - begun).toBeLessThan(1_000);
  }
});
