import { describe, expect, test } from "vitest";
import { situationsFor } from "../domain/choices.ts";
import { builtInGuide } from "./built-in-guide.server.ts";

function found(language: string, q: string, topic = ""): string[] {
  const { situations, index } = builtInGuide(language);
  return situationsFor(situations, index, { q, topic, hat: "" }).map(({ key }) => key);
}

/** Sentences as people type them; none is a title. */
const SENTENCES: Record<"en" | "de", [sentence: string, key: string][]> = {
  en: [
    ["Our biggest customer has cancelled the contract", "lost-key-client"],
    ["We will miss the deadline, what now?", "failed-deadline"],
    ["Two colleagues don't talk to each other any more", "conflict"],
    ["My boss wants to control everything I do", "micromanaging-boss"],
    ["Nobody understands the new strategy!", "unclear-strategy"],
    ["we have too many meetigns", "meeting-overload"],
    ["One of us had an accident at work", "safety-incident"],
    ["I was promoted over my former peers", "promotion-from-peer"],
    ["“someone looks exhausted and is often sick”", "burn-out-signs"],
    ["people are against the change", "resistance-to-change"],
  ],
  de: [
    ["Unser größter Kunde hat gekündigt", "lost-key-client"],
    ["Zwei im Team reden nicht mehr miteinander", "conflict"],
    ["Mein Chef kontrolliert alles", "micromanaging-boss"],
    ["zu viele Sitzungen und Meetings", "meeting-overload"],
    ["Niemand versteht die neue Strategie?", "unclear-strategy"],
    ["Jemand ist erschoepft und dauernd muede", "burn-out-signs"],
    ["Das Budget wurde gekuerzt", "budget-cut"],
    ["Die Qualitaet laesst nach", "quality-slipping"],
  ],
};

describe.each(["en", "de"] as const)("in %s", (language) => {
  const { situations, competencies } = builtInGuide(language);

  test.each(SENTENCES[language])("“%s” finds %s among the first three", (sentence, key) => {
    expect(found(language, sentence).slice(0, 3)).toContain(key);
  });

  test("each situation is found first by its title, and among the first three by each of its keywords", () => {
    const missed = situations.flatMap(({ key, words }) => [
      ...(found(language, words.title)[0] === key ? [] : [`${key}: ${words.title}`]),
      ...words.keywords
        .filter((keyword) => !found(language, keyword).slice(0, 3).includes(key))
        .map((keyword) => `${key}: ${keyword}`),
    ]);
    expect(missed).toEqual([]);
  });

  test("each asks for named behaviours of both hats, and each of these is a choice of the page", () => {
    const choices = competencies.flatMap(({ behaviours }) => behaviours.map(({ key }) => key));
    for (const { key, behaviours } of situations) {
      const hats = behaviours.map(({ hat }) => hat);
      expect(hats, key).toEqual(expect.arrayContaining(["managing", "leading"]));
      for (const behaviour of behaviours) expect(choices).toContain(behaviour.key);
    }
    expect(new Set(choices).size).toBe(choices.length);
    const topics = [...choices, ...competencies.map(({ key }) => key)];
    expect(new Set(topics).size, "a topic says which it is").toBe(topics.length);
  });
});

test("with a topic too, a sentence finds among all that ask for it", () => {
  const [all, some] = [found("en", "", "range"), found("en", "change", "range")];
  expect(all.length).toBeGreaterThan(0);
  expect(all).toEqual(expect.arrayContaining(some));
  expect(found("en", "xylophone", "range")).toEqual([]);
});

test("a language that has no guide reads the English one", () => {
  expect(builtInGuide("fr")).toBe(builtInGuide("en"));
});
