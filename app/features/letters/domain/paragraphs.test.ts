import { expect, test } from "vitest";
import { paragraphsOf } from "./paragraphs.ts";

test("paragraphs are divided by empty lines, of any system, even those with blanks in them", () => {
  expect(paragraphsOf("One\r\ntwo\r\n\r\n\r\nThree\n \nFour")).toEqual([
    "One\ntwo",
    "Three",
    "Four",
  ]);
});

test("however it is filled up, a text as long as may be is read in no time", () => {
  for (const piece of ["\n \n", "\n\t", "\r", " ", "{{\t\n"]) {
    const body = piece.repeat(4_000 / piece.length);
    const began = performance.now();
    paragraphsOf(body);
    expect(performance.now() - began, JSON.stringify(piece)).toBeLessThan(500);
  }
});
