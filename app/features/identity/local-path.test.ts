import { expect, test } from "vitest";
import { localPath } from "./local-path.ts";

test("keeps paths of this site", () => {
  expect(localPath("/cycles/1?tab=progress")).toBe("/cycles/1?tab=progress");
});

test("writes in ASCII what a header cannot carry, and leaves what is written so already", () => {
  expect(localPath("/people?q=Zoé €\ud800")).toBe("/people?q=Zo%C3%A9%20%E2%82%AC%EF%BF%BD");
  expect(localPath("/people?q=Zo%C3%A9+b&next=%2F")).toBe("/people?q=Zo%C3%A9+b&next=%2F");
  expect(() => new Headers({ Location: localPath("/€") })).not.toThrow();
});

test.each([
  null,
  "",
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/a\nb",
  "javascript:1",
])("sends %j to the front page", (wanted) => {
  expect(localPath(wanted)).toBe("/");
});
