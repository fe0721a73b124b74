import { expect, test } from "vitest";
import { filledIn, notAloneIn, PLACEHOLDERS, type Placeholder, unknownIn } from "./placeholders.ts";

const values = Object.fromEntries(PLACEHOLDERS.map((name) => [name, `<${name}>`])) as Record<
  Placeholder,
  string
>;

test("every placeholder is filled in, with spaces in its braces as well", () => {
  const text = PLACEHOLDERS.map((name) => `{{${name}}} {{ ${name} }}`).join("\n");
  expect(filledIn(text, values)).toBe(PLACEHOLDERS.map((name) => `<${name}> <${name}>`).join("\n"));
});

test("what is filled in is not read again", () => {
  expect(filledIn("{{contact}}", { ...values, contact: "{{minimum}}" })).toBe("{{minimum}}");
});

test("one that means nothing is found by name, inherited names of objects as well", () => {
  expect(unknownIn("{{organisation}} {{years}} {{constructor}} {{years}} {{}}")).toEqual([
    ...["years", "constructor", ""],
  ]);
});

test("lists have a line of their own", () => {
  expect(notAloneIn("We keep:\n {{retention}} \n\n{{fixed}}")).toEqual([]);
  expect(notAloneIn("We keep {{retention}}\n- {{fixed}}")).toEqual(["retention", "fixed"]);
});
