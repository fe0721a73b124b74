import { describe, expect, test } from "vitest";
import {
  type LevelsOf,
  mayReadLevelsOf,
  mayReadSkillsOfOthers,
  mayRecord,
  mayWeighAbsences,
  mayWithdraw,
} from "./policy.ts";

const about: LevelsOf = {
  personId: "ana",
  department: "Fleet",
  above: ["boss", "chief"],
  hasLeft: false,
};

const viewers = {
  "the person": { role: "member", personId: "ana" },
  "their manager": { role: "member", personId: "boss" },
  "their manager's manager": { role: "member", personId: "chief" },
  "a colleague": { role: "member", personId: "bo" },
  HR: { role: "admin", personId: "hr" },
  "HR without a person": { role: "admin", personId: null },
  "HR of their unit": { role: "unit-admin", personId: "hr2", units: ["Fleet"] },
  "HR of another unit": { role: "unit-admin", personId: "hr2", units: ["Hotels"] },
  "HR whose units got lost": { role: "unit-admin", personId: "hr2" },
  "an analyst": { role: "analyst", personId: "ina" },
  "an analyst of their unit": { role: "unit-analyst", personId: "ina", units: ["Fleet"] },
  "their manager, who left": { role: "leaver", personId: "boss" },
  "nobody in the directory": { role: "member", personId: null },
} as const;

const READ = [
  "the person",
  "their manager",
  "their manager's manager",
  "HR",
  "HR without a person",
  "HR of their unit",
];

function who(may: (viewer: (typeof viewers)[keyof typeof viewers]) => boolean): string[] {
  return Object.entries(viewers).flatMap(([name, viewer]) => (may(viewer) ? [name] : []));
}

test("levels are read by their person, whoever leads them, and HR", () => {
  expect(who((viewer) => mayReadLevelsOf(viewer, about))).toEqual(READ);
});

test("of whoever left HR of the organisation alone reads", () => {
  const left = { ...about, hasLeft: true };
  expect(who((viewer) => mayReadLevelsOf(viewer, left))).toEqual([
    ...["the person", "HR", "HR without a person"],
  ]);
});

test("in no unit, a person is in no unit's reach", () => {
  const unplaced = { ...about, department: null };
  expect(who((viewer) => mayReadLevelsOf(viewer, unplaced))).not.toContain("HR of their unit");
});

test("nobody vouches for themselves, and nobody says somebody else's own word", () => {
  const others = READ.filter((name) => name !== "the person");
  expect(who((viewer) => mayRecord(viewer, about, "self"))).toEqual(["the person"]);
  for (const source of ["observation", "certificate", "test"] as const)
    expect(who((viewer) => mayRecord(viewer, about, source))).toEqual(others);
  for (const source of ["manager", "second", "agreed", "feedback"] as const)
    expect(who((viewer) => mayRecord(viewer, about, source))).toEqual([]);
});

describe("taken back", () => {
  const said = (saidBy: string | null, recordedBy: string | null = saidBy) => ({
    ...{ source: "observation" as const, saidBy, recordedBy },
  });
  const hr = ["HR", "HR without a person", "HR of their unit"];

  test("by whoever said it or wrote it down, and by HR", () => {
    expect(who((viewer) => mayWithdraw(viewer, about, said("boss")))).toEqual([
      "their manager",
      ...hr,
    ]);
    expect(who((viewer) => mayWithdraw(viewer, about, said(null, "chief")))).toEqual([
      ...["their manager's manager", ...hr],
    ]);
    expect(who((viewer) => mayWithdraw(viewer, about, said(null)))).toEqual(hr);
    const self = { source: "self" as const, saidBy: "ana", recordedBy: "ana" };
    expect(who((viewer) => mayWithdraw(viewer, about, self))).toEqual(["the person", ...hr]);
  });

  test("by neither alone, what two agreed on", () => {
    const agreed = { source: "agreed" as const, saidBy: "boss", recordedBy: "boss" };
    expect(who((viewer) => mayWithdraw(viewer, about, agreed))).toEqual(hr);
  });

  test("by HR never of themselves", () => {
    const own = { ...about, personId: "hr" };
    expect(mayWithdraw(viewers.HR, own, said("boss"))).toBe(false);
  });
});

test("pages about many ask who is in the directory or HR; who is away is weighed by HR of the organisation alone", () => {
  const others = who((viewer) => !mayReadSkillsOfOthers(viewer));
  expect(others).toEqual(["their manager, who left", "nobody in the directory"]);
  expect(who(mayWeighAbsences)).toEqual(["HR", "HR without a person"]);
});
