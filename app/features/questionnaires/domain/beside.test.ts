import { expect, test } from "vitest";
import { beside } from "./beside.ts";

test.each([
  ["/r/link/request/part", "next", "/r/link/request/next"],
  ["/r/link/request/part", undefined, "/r/link/request/"],
  ["/r/link/", "next", "/r/link/next"],
  ["/one", "other", "/other"],
])("beside %s, %s is %s", (path, name, expected) => {
  expect(beside(path, name)).toBe(expected);
});
