import { expect, test } from "vitest";
import { uploadLimits } from "./upload-limits.ts";

const limitOf = uploadLimits([
  { path: "/people/import", largest: 5 },
  { path: "/cycles/:cycleId/setup/participants/file", largest: 7 },
]);

test.each([
  ["/people/import", 5],
  ["/people/import.data", 5],
  ["/cycles/0198/setup/participants/file", 7],
  ["/cycles/0198/setup/participants/file.data", 7],
  ["/cycles//setup/participants/file", null],
  ["/cycles/0198/setup/participants/file/0199", null],
  ["/people/import/0198", null],
  ["/people", null],
  ["/", null],
])("a form sent to %s may have so many bytes: %s", (path, largest) => {
  expect(limitOf(path)).toBe(largest);
});
