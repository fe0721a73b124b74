import { expect, test } from "vitest";
import { emailField, nameField, passwordField, passwordProblem } from "./fields.ts";

const NUL = "\u0000";
const LONE = "\ud83d";

test.each([
  ["Ana", "Ana"],
  ["  Ana \t Lima\n", "Ana Lima"],
  [`A${NUL}na${LONE}`, "A na"],
  ["An\u0065\u0301", "An\u00e9"],
  ["نام\u200cخانوادگی 👩‍🚀", "نام\u200cخانوادگی 👩‍🚀"],
  ["x".repeat(200), "x".repeat(200)],
])("the name %j is kept as %j", (given, kept) => {
  expect(nameField.parse(given)).toBe(kept);
});

test.each([["", " ", NUL, LONE, "x".repeat(201), null, 5, new File([], "name")]].flat())(
  "%j is no name",
  (given) => {
    expect(nameField.safeParse(given).success).toBe(false);
  },
);

test("an address may have spaces around it and 254 characters, and nothing that mail cannot carry", () => {
  const long = (length: number) => `${"a".repeat(length - "@house.test".length)}@house.test`;
  expect(emailField.parse(" Ana@house.test ")).toBe("Ana@house.test");
  expect(emailField.safeParse(long(254)).success).toBe(true);
  for (const wrong of [
    long(255),
    "ana",
    `ana${NUL}@house.test`,
    `ana@house.test${NUL}`,
    `an${LONE}@house.test`,
    "ana@house.test\nb",
  ])
    expect([wrong, emailField.safeParse(wrong).success]).toEqual([wrong, false]);
});

test.each([
  ["x".repeat(10), null],
  ["x".repeat(128), null],
  [" eight and ß 👩‍🚀 ", null],
  ["x".repeat(9), "password"],
  ["", "password"],
  [null, "password"],
  [new File(["x".repeat(20)], "x"), "password"],
  ["x".repeat(129), "password-long"],
  ["👩".repeat(65), "password-long"],
  ["👩".repeat(5), null],
  [`correct horse${NUL}`, "password-characters"],
  [`correct horse${LONE}`, "password-characters"],
  ["correct\thorse battery", "password-characters"],
])("the password %j: %j", (given, problem) => {
  expect(passwordProblem(given)).toBe(problem);
  expect(passwordField.safeParse(given).success).toBe(problem === null);
});
