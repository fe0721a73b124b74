import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = readFileSync("docs/promises.md", "utf8");
const promises = text.split("\n").filter((line) => line.startsWith("- "));
const HELD_BY = /\(`([^`]+)`: (.+?)\)(?= \(`|$)/g;

test.each(promises)("%s", (promise) => {
  const held = [...promise.matchAll(HELD_BY)];
  expect(held.length, "a promise names what holds it").toBeGreaterThan(0);
  for (const [, file = "", title = ""] of held) {
    expect(existsSync(file), file).toBe(true);
    // A title that is written once for several cases has a place for the case.
    expect(readFileSync(file, "utf8"), `${file} has a test of that name`).toContain(title);
  }
});
