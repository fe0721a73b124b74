import { expect, test } from "vitest";
import type { CycleKind } from "./cycle-kind.ts";
import {
  limitedRelationships,
  mayWiden,
  raterRulesInput,
  readLimits,
  readRaterRules,
  rulesBeingTyped,
} from "./rater-rules.ts";

const rules = (fields: Record<string, string>, kind: CycleKind = "360") =>
  readRaterRules(raterRulesInput.parse(fields), kind);

/** Fields and what is wrong with them, found by the schema or in the end. */
function problems(fields: Record<string, string>, kind: CycleKind = "360") {
  const read = raterRulesInput.safeParse(fields);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => ({ field: path[0], code: message }));
  const outcome = readRaterRules(read.data, kind);
  return outcome.ok ? [] : outcome.problems;
}

test("what is left empty has no limit", () => {
  expect(rules({})).toEqual({
    ok: true,
    rules: {
      raterLimits: {},
      nominatedBy: "participant",
      approvedBy: "nobody",
      approveAfterDays: null,
      requestCap: null,
    },
  });
});

test("limits, approval and cap are read as typed", () => {
  const typed = {
    "min-peer": "3",
    "max-peer": " 6 ",
    "min-direct_report": "3",
    nominatedBy: "participant",
    approvedBy: "manager",
    approveAfterDays: "5",
    requestCap: "8",
  };
  expect(rules(typed)).toEqual({
    ok: true,
    rules: {
      raterLimits: { peer: { min: 3, max: 6 }, direct_report: { min: 3 } },
      nominatedBy: "participant",
      approvedBy: "manager",
      approveAfterDays: 5,
      requestCap: 8,
    },
  });
  const nobody = rules({ ...typed, approvedBy: "nobody" });
  expect(nobody).toMatchObject({ rules: { approveAfterDays: null } });
});

test.each([
  [{ "min-peer": "7", "max-peer": "6" }, "min-peer", "min-over-max"],
  [{ "min-peer": "-1" }, "min-peer", "not-a-number"],
  [{ "max-peer": "0" }, "max-peer", "not-a-number"],
  [{ "max-other": "51" }, "max-other", "not-a-number"],
  [{ "max-other": "1e1" }, "max-other", "not-a-number"],
  [{ approvedBy: "hr", approveAfterDays: "61" }, "approveAfterDays", "not-a-number"],
  [{ requestCap: "101" }, "requestCap", "not-a-number"],
  [{ nominatedBy: "hr", approvedBy: "hr" }, "approvedBy", "approves-own"],
])("%j names the field", (typed, field, problem) => {
  expect(problems(typed)).toEqual([{ field, code: problem }]);
});

test("limits follow the kind, and stored ones that mean nothing are left out", () => {
  expect(limitedRelationships("360")).toEqual(["peer", "direct_report", "other", "outside"]);
  expect(limitedRelationships("upward")).toEqual(["direct_report", "outside"]);
  expect(limitedRelationships("self")).toEqual([]);
  expect(rules({ "max-peer": "3" }, "upward")).toMatchObject({ rules: { raterLimits: {} } });
  expect(readLimits({ peer: { min: 2 }, boss: { min: 1 } })).toEqual({ peer: { min: 2 } });
  expect(readLimits(null)).toEqual({});
});

test("that nobody from outside is asked can be a limit", () => {
  expect(problems({ "max-outside": "0", "max-peer": "0" })).toEqual([
    { field: "max-peer", code: "not-a-number" },
  ]);
  expect(rules({ "max-outside": "0" })).toMatchObject({
    ok: true,
    rules: { raterLimits: { outside: { max: 0 } } },
  });
});

test("a list can be its participant's alone where nobody agrees, or only the clock does", () => {
  const by = (nominatedBy: "participant" | "hr", approvedBy: "nobody" | "manager", days?: number) =>
    mayWiden({ nominatedBy, approvedBy, approveAfterDays: days ?? null });
  expect(by("participant", "nobody")).toBe(true);
  expect(by("participant", "manager")).toBe(false);
  expect(by("participant", "manager", 3)).toBe(true);
  expect(by("hr", "nobody")).toBe(false);
});

test("while rules are typed, what can be used of them shows, and else what was saved", () => {
  const saved = {
    ...{ nominatedBy: "hr" as const, approvedBy: "manager" as const, approveAfterDays: 5 },
    ...{ raterLimits: {}, requestCap: null },
  };
  const { raterLimits: _, requestCap: __, ...shown } = saved;
  expect(rulesBeingTyped({ approveAfterDays: "many" }, saved)).toEqual(shown);
  expect(rulesBeingTyped({ nominatedBy: "participant", approveAfterDays: "" }, saved)).toEqual({
    ...shown,
    nominatedBy: "participant",
    approveAfterDays: null,
  });
});
