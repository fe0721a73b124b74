import { expect, test } from "vitest";
import { standardPolicy } from "./policy.ts";
import { tightenPolicy } from "./tighten-policy.ts";

test("a policy may be tightened in any setting, or left as it is", () => {
  expect(tightenPolicy(standardPolicy, standardPolicy).ok).toBe(true);
  const strict = {
    ...standardPolicy,
    minimum: 4,
    minimumFor: { report: 5 },
    identified: ["self"],
    small: "hide",
    minimumForDistribution: 8,
    precision: 1,
  } as const;
  expect(tightenPolicy(standardPolicy, strict)).toEqual({ ok: true, policy: strict });
  expect(tightenPolicy(strict, standardPolicy).ok).toBe(false);
});

test.each([
  ["minimum", { minimum: 3 }],
  ["minimumFor", { minimumFor: {} }],
  ["minimumForDistribution", { minimumForDistribution: 5 }],
  ["minimumCommenters", { minimumCommenters: 3 }],
  ["minimumShareOfParts", { minimumShareOfParts: 0.5 }],
  ["minimumInTables", { minimumInTables: 5 }],
  ["identified", { identified: ["self", "manager", "peer"] }],
  ["outsideAll", { outsideAll: [] }],
  ["outsideAll", { outsideAll: ["self", "peer"] }],
  ["small", { small: "merge" }],
  ["alike", { alike: "show" }],
  ["precision", { precision: 2 }],
] as const)("%s may not be loosened", (setting, change) => {
  const now = {
    ...standardPolicy,
    minimum: 4,
    minimumFor: { report: 6 },
    minimumForDistribution: 6,
    minimumCommenters: 4,
    minimumShareOfParts: 0.75,
    minimumInTables: 8,
    small: "hide",
    precision: 1,
  } as const;
  expect(tightenPolicy(now, { ...now, ...change })).toEqual({ ok: false, setting });
});
