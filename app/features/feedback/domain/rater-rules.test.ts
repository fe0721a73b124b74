import { expect, test } from "vitest";
import { limitedRelationships, readLimits, readRaterRules } from "./rater-rules.ts";

const form = (fields: Record<string, string>) => new Map(Object.entries(fields));

test("what is left empty has no limit", () => {
  expect(readRaterRules(form({}), "360")).toEqual({
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
  expect(readRaterRules(form(typed), "360")).toEqual({
    ok: true,
    rules: {
      raterLimits: { peer: { min: 3, max: 6 }, direct_report: { min: 3 } },
      nominatedBy: "participant",
      approvedBy: "manager",
      approveAfterDays: 5,
      requestCap: 8,
    },
  });
  const nobody = readRaterRules(form({ ...typed, approvedBy: "nobody" }), "360");
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
  expect(readRaterRules(form(typed), "360")).toEqual({ ok: false, problems: [{ field, problem }] });
});

test("limits follow the kind, and stored ones that mean nothing are left out", () => {
  expect(limitedRelationships("360")).toEqual(["peer", "direct_report", "other", "outside"]);
  expect(limitedRelationships("upward")).toEqual(["direct_report", "outside"]);
  expect(limitedRelationships("self")).toEqual([]);
  expect(readRaterRules(form({ "max-peer": "x" }), "upward")).toMatchObject({ ok: true });
  expect(readLimits({ peer: { min: 2 }, boss: { min: 1 } })).toEqual({ peer: { min: 2 } });
  expect(readLimits(null)).toEqual({});
});

test("that nobody from outside is asked can be a limit", () => {
  const limits = (max: string) =>
    readRaterRules(form({ "max-outside": max, "max-peer": max }), "360");
  expect(limits("0")).toMatchObject({
    ok: false,
    problems: [{ field: "max-peer", problem: "not-a-number" }],
  });
  expect(readRaterRules(form({ "max-outside": "0" }), "360")).toMatchObject({
    ok: true,
    rules: { raterLimits: { outside: { max: 0 } } },
  });
});
