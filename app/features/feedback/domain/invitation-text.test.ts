import { expect, test } from "vitest";
import { fillIn, paragraphsOf, unknownPlaceholders } from "./invitation-text.ts";

const facts = {
  name: "Ana $& Lu",
  organisation: "Harbourline",
  closes: "31 March 2026",
  count: "three people",
};

test("puts facts in as they are, and leaves unknown braces alone", () => {
  expect(
    fillIn(
      "Dear {{ name }}, {{organisation}} asks about {{count}} until {{closes}}. {{salary}}",
      facts,
    ),
  ).toBe("Dear Ana $& Lu, Harbourline asks about three people until 31 March 2026. {{salary}}");
});

test("tells which placeholders mean nothing, once each", () => {
  expect(unknownPlaceholders("{{name}} {{Name}} {{boss}} {{boss}}")).toEqual(["Name", "boss"]);
});

test("paragraphs are divided by empty lines, of any system", () => {
  expect(paragraphsOf("One\r\ntwo\r\n\r\n\r\nThree\n")).toEqual(["One\ntwo", "Three"]);
});
