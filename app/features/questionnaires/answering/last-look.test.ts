import { expect, test } from "vitest";
import { type Answers, mergeAnswers, noAnswers } from "../domain/answers.ts";
import { everyKind } from "../gallery/every-kind.ts";
import { answerRules, ratingsOf } from "../instruments/asked-items.ts";
import { lastLook } from "./last-look.ts";
import { sectionViews } from "./questionnaire-view.ts";

const instrument = everyKind();
const items = sectionViews(instrument, "self", "").flatMap((section) => section.items);

/** Answers as a form would send them: by item and part. */
function answered(sent: Record<string, Record<string, string>>): Answers {
  const fields = Object.entries(sent).flatMap(([key, parts]) =>
    Object.entries(parts).map(([part, text]): [string, string] => [
      items.find((item) => item.key === key)?.fields[part] ?? "",
      text,
    ]),
  );
  return mergeAnswers(noAnswers(ratingsOf(instrument)), fields, answerRules(instrument)).answers;
}
const look = (sent: Record<string, Record<string, string>>) =>
  lastLook(instrument, answered(sent), { relationship: "self", name: "" });
const wordsOf = (sent: Record<string, Record<string, string>>, key: string) =>
  look(sent)
    .flatMap(({ answers }) => answers)
    .find((each) => each.key === key);

test("every kind says its answer in the words that were chosen or written", () => {
  const said = (key: string, parts: Record<string, string>) =>
    wordsOf({ [key]: parts }, key)?.words;
  expect(said("meetings", { "": "-1" })).toEqual(["Too little"]);
  expect(said("expected", { "": "6" })).toEqual(["Agree"]);
  expect(said("thanks", { "": "4" })).toEqual(["Weekly"]);
  expect(said("place", { "": "1" })).toEqual(["On site"]);
  expect(said("place", { other: "On a boat" })).toEqual(["Somewhere else: On a boat"]);
  expect(said("recommend", { "": "7" })).toEqual(["7"]);
  expect(said("minutes", { "": "45" })).toEqual(["45"]);
  expect(said("since", { "": "2020-05-01" })).toEqual(["1 May 2020"]);
  expect(said("first", { 1: "2", 2: "1", 3: "3" })).toEqual(["1. Tools", "2. Pay", "3. Hours"]);
  expect(said("else", { "": " Two\nlines " })).toEqual(["Two\nlines"]);
});

test("what can't be said and what is still open are told apart; words between questions are left out", () => {
  const sent = { meetings: { "": "none" }, expected: { "": "2" } };
  expect(wordsOf(sent, "meetings")).toMatchObject({ words: [], cantSay: "Can't say" });
  expect(wordsOf(sent, "thanks")).toMatchObject({ words: [], cantSay: null });
  expect(wordsOf(sent, "about-work")).toBeUndefined();
});

test("a question that is not asked is not shown, and is once what it rests on is answered", () => {
  expect(wordsOf({ place: { "": "1" } }, "help")).toBeUndefined();
  const sent = { place: { "": "2" }, help: { 1: "yes", 2: "yes" } };
  expect(wordsOf(sent, "help")?.words).toEqual(["A better chair", "A second screen"]);
});

test("where nothing was answered there is nothing to look at", () => {
  expect(look({})).toEqual([]);
});
