import { expect, test } from "vitest";
import { isGuessable } from "./guessable.server.ts";

const ABOUT = ["ingrid.solheim@harbourline.example", "Ingrid Solheim", "Harbourline Ferries"];

test.each([
  "1234567890",
  "qwertzuiop",
  "password123",
  "Password2026",
  "aaaaaaaaaaaa",
  "abcabcabcabc",
  "letmein1234",
  "Welcome2026!",
  "twohatstwohats",
  "Harbourline2026",
  "ingrid.solheim",
  "solheim1984",
])("«%s» is among the first that are tried", (password) => {
  expect(isGuessable(password, ABOUT)).toBe(true);
});

test.each(["correct horse battery", "fährt gern Boot", "MyDogRex12 eats", "vier alte Fähren"])(
  "«%s» is not",
  (password) => {
    expect(isGuessable(password, ABOUT)).toBe(false);
  },
);

test("what is known of one person is nothing to another", () => {
  expect(isGuessable("solheim seldom", [])).toBe(false);
});

test("the longest takes no longer than a sign-in", () => {
  const started = performance.now();
  isGuessable("correct horse battery staple ".repeat(5).slice(0, 128), ABOUT);
  expect(performance.now() - started).toBeLessThan(10_000);
});
