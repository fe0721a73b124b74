import { expect, test } from "vitest";
import { wholeWords } from "./whole-words.ts";

test.each([
  ["Li", "Link, <li>, Lisa and Alli", false],
  ["Li", "Your view of Li, please", true],
  ["Li", "(Li)", true],
  ["Ana Lima", "Ana Limande wrote", false],
  ["Åse", "Blåse and Åsen", false],
  ["Åse", "Åse’s report", true],
  ["ana@x.org", "maria.ana@x.org, juliana@x.org", false],
  ["ana@x.org", "ana@x.organic", false],
  ["ana@x.org", "To ana@x.org.", true],
  ["O'Brien (Kit)", "about O'Brien (Kit)", true],
  ["a.b", "axb", false],
])("%s stands in «%s»: %s", (word, text, stands) => {
  expect(wholeWords([word]).standIn(text)).toBe(stands);
});

test("the longest goes first, and what stands instead is taken as it is", () => {
  const words = wholeWords(["Ana", "Ana Lima"]);
  expect(words.replacedIn("Ana Lima and Ana", "$& x")).toBe("$& x and $& x");
});

test("without a word nothing is found", () => {
  for (const none of [[], [""], [" "]]) {
    expect(wholeWords(none).standIn("any text")).toBe(false);
    expect(wholeWords(none).replacedIn("any text", "x")).toBe("any text");
  }
});

test("what was taken out does not make a word of its neighbours", () => {
  const words = wholeWords(["Ana Lima", "Li"]);
  expect(words.replacedIn("Li Ana Lima Li, Lisa", "x")).toBe("x x x, Lisa");
  expect(wholeWords(["Li"]).replacedIn("LiLi Li", "x")).toBe("LiLi x");
});
