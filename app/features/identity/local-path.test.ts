import { expect, test } from "vitest";
import { localPath } from "./local-path.ts";

test("keeps paths of this site", () => {
  expect(localPath("/cycles/1?tab=progress")).toBe("/cycles/1?tab=progress");
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
