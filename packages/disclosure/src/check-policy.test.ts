import { expect, test } from "vitest";
import { brokenSetting, checkPolicy } from "./check-policy.ts";
import { standardPolicy } from "./policy.ts";

test("the standard policy holds", () => {
  expect(brokenSetting(standardPolicy)).toBeNull();
});

test.each([
  ["minimum", { minimum: 2 }],
  ["minimum", { minimum: 3.5 }],
  ["minimumFor", { minimumFor: { peer: 2 } }],
  ["outsideAll", { outsideAll: ["self", "peer"] }],
  ["minimumForDistribution", { minimumForDistribution: 4 }],
  ["minimumForDistribution", { minimum: 7 }],
  ["minimumCommenters", { minimumCommenters: 1 }],
  ["minimumShareOfParts", { minimumShareOfParts: 0 }],
  ["minimumInTables", { minimumInTables: 2 }],
  ["precision", { precision: 6 }],
] as const)("%s: a setting that promises nothing is named", (name, change) => {
  expect(brokenSetting({ ...standardPolicy, ...change })).toBe(name);
  expect(() => checkPolicy({ ...standardPolicy, ...change })).toThrow(name);
});
