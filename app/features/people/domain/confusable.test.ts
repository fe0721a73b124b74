import { domainToASCII } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readLabel, skeleton } from "./confusable.ts";

test.each([
  ["аnnа", "anna"], // Cyrillic а at both ends
  ["Αnnα", "anna"], // Greek
  ["änna", "anna"],
  ["J0hn", "john"],
  ["ha1ey", "haley"],
  ["bemer", "berner"],
  ["vvinter", "winter"],
  ["weiß", "weiss"],
])("%s looks like %s", (typed, like) => {
  expect(skeleton(typed)).toBe(skeleton(like));
});

test("what reads differently has another skeleton", () => {
  expect(new Set(["anna", "hanna", "anne", "ana"].map(skeleton)).size).toBe(4);
});

test.each([
  ["xn--mller-kva", "müller"],
  ["xn--e1afmkfd", "пример"],
  ["xn--80ak6aa92e", "аррӏе"],
  ["plain", "plain"],
  ["xn--", ""],
  ["xn--!!", "xn--!!"],
])("the label %s is read as %s", (label, read) => {
  expect(readLabel(label)).toBe(read);
});

test("always: what Node encodes is read back; nothing that anyone types makes it fail", () => {
  const letters = fc.stringMatching(/^[a-zäöüßéñøžабвгдежαβγδ日本]{1,20}$/u);
  fc.assert(
    fc.property(letters, (label) => {
      const [coded = ""] = domainToASCII(`${label}.example`).split(".");
      fc.pre(coded !== "");
      expect(readLabel(coded)).toBe(label.normalize("NFC").toLowerCase());
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => typeof readLabel(`xn--${text}`) === "string"));
});
