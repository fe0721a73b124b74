import { expect, test } from "vitest";
import { someEvidence } from "../testing/evidence.ts";
import { type Evidence, forPurpose } from "./evidence.ts";
import type { Reading } from "./known-level.ts";
import { levelPaths } from "./level-path.ts";

const reading: Reading = {
  ...{ levels: 5, today: "2026-06-01", job: "other" },
  carry: ({ competency, level }) => [{ competency, level, parts: 1, steps: [] }],
};
const paths = (...evidence: Evidence[]) => levelPaths(forPurpose(evidence, "staffing"), reading);

test("a path has a point for each day on which something was said, and one for today", () => {
  const path = paths(
    someEvidence({ level: 2, saidOn: "2025-06-01" }),
    someEvidence({ level: 4, saidOn: "2026-03-02" }),
  ).get("planning");
  expect(path?.map(({ on, n }) => ({ on, n }))).toEqual([
    { on: "2025-06-01", n: 1 },
    { on: "2026-03-02", n: 1 },
    { on: "2026-06-01", n: 1 },
  ]);
  const [first, second, now] = path ?? [];
  expect(first?.estimate).toBeLessThan(second?.estimate ?? 0);
  expect(now?.estimate).toBe(second?.estimate);
  expect((now?.upper ?? 0) - (now?.lower ?? 0)).toBeGreaterThan(
    (second?.upper ?? 0) - (second?.lower ?? 0),
  );
});

test("a day of another competency is no point of this one", () => {
  const path = paths(
    someEvidence({ saidOn: "2026-03-02" }),
    someEvidence({ competency: "coaching", saidOn: "2026-04-02" }),
  );
  expect(path.get("planning")?.map(({ on }) => on)).toEqual(["2026-03-02", "2026-06-01"]);
  expect(path.get("coaching")?.map(({ on }) => on)).toEqual(["2026-04-02", "2026-06-01"]);
});

test("what was taken back is known until then, and leaves no level after", () => {
  const path = paths(someEvidence({ saidOn: "2026-03-02", withdrawnOn: "2026-04-01" })).get(
    "planning",
  );
  expect(path?.map(({ on }) => on)).toEqual(["2026-03-02"]);
});
