import { expect, test } from "vitest";
import { agreementFinding } from "./agreement.ts";

test.each([
  [0, "close"],
  [0.41, "close"],
  [0.5, "fair"],
  [5 / 6, "fair"],
  [0.84, "apart"],
  [null, null],
])("an average deviation of %s is %s", (deviation, finding) => {
  expect(agreementFinding(deviation)).toBe(finding);
});
