import { describe, expect, test } from "vitest";
import { someEvidence } from "../testing/evidence.ts";
import { type Evidence, forPurpose } from "./evidence.ts";
import { type CarriedTo, knownLevels, type Reading } from "./known-level.ts";

const asItIs: Reading["carry"] = ({ competency, level }) => [
  { competency, level, parts: 1, steps: [] },
];

function levels(evidence: Evidence[], told: Partial<Reading> = {}) {
  const reading: Reading = { levels: 5, carry: asItIs, today: "2026-03-02", job: "other", ...told };
  return knownLevels(forPurpose(evidence, "staffing"), reading);
}

/** A change of one competency that takes effect between two versions. */
const carrying =
  (to: Partial<CarriedTo>): Reading["carry"] =>
  (said) => [{ competency: "now", level: said.level, parts: 1, steps: [], ...to }];

test("of nothing no level is known, and not the lowest", () => {
  expect(levels([]).size).toBe(0);
  expect(levels([someEvidence({ purposes: ["development"] })]).size).toBe(0);
});

test("one manager's word leaves the spread that one rater leaves", () => {
  // sqrt(1 - R) with R .68 and .57: Zhou et al. 2024, as psychometrics has it.
  const one = levels([someEvidence({ level: 3 })]).get("planning");
  expect(one).toMatchObject({ n: 1, estimate: 3, newestOn: "2026-03-02", sources: ["manager"] });
  expect(one?.sd).toBeCloseTo(Math.sqrt(1 - 0.68), 6);
  const leader = levels([someEvidence({ level: 3 })], { job: "manager" }).get("planning");
  expect(leader?.sd).toBeCloseTo(Math.sqrt(1 - 0.57), 6);
});

test("time widens the range and moves nothing, and long leave stops that", () => {
  const said = [someEvidence({ level: 4, saidOn: "2025-03-02" })];
  const then = levels(said, { today: "2025-03-02" }).get("planning");
  const now = levels(said).get("planning");
  const leave = [{ firstDay: "2025-03-03", lastDay: "2026-03-02" }];
  const back = levels(said, { leave }).get("planning");
  expect(now?.estimate).toBe(then?.estimate);
  expect(now?.sd).toBeGreaterThan((then?.sd ?? 0) + 0.1);
  expect(back?.sd).toBeCloseTo(then?.sd ?? 0, 2);
});

test("each competency is known by its own evidence", () => {
  const known = levels([someEvidence(), someEvidence({ competency: "coaching", level: 5 })]);
  expect([...known.keys()]).toEqual(["planning", "coaching"]);
  expect(known.get("coaching")?.estimate).toBeGreaterThan(4);
});

describe("carried to a later version", () => {
  const said = [someEvidence({ level: 4, saidOn: "2025-03-02" })];
  const same = levels(said).get("planning");

  test("what is the same is as sure as it was", () => {
    expect(levels(said, { carry: carrying({}) }).get("now")).toEqual(same);
  });

  test("what was reworded is less sure by that, and no lower", () => {
    const steps = [{ on: "2025-09-01", variance: 0.1 }];
    const carried = levels(said, { carry: carrying({ steps }) }).get("now");
    expect(carried?.estimate).toBe(same?.estimate);
    expect((carried?.sd ?? 0) ** 2).toBeCloseTo((same?.sd ?? 0) ** 2 + 0.1, 6);
  });

  test("what is said after the change is not made less sure by it", () => {
    const steps = [{ on: "2025-09-01", variance: 0.1 }];
    const carry: Reading["carry"] = ({ version, level }) => [
      { competency: "now", level, parts: 1, steps: version === 1 ? steps : [] },
    ];
    const fresh = someEvidence({ version: 2, voice: "another" });
    const alone = levels([fresh], { carry }).get("now")?.sd ?? 0;
    const together = levels([...said, fresh], { carry }).get("now")?.sd ?? 0;
    expect(together).toBeLessThan(alone);
  });

  test("what was retired is not there", () => {
    expect(levels(said, { carry: () => [] }).size).toBe(0);
  });

  test("a merged competency has the mean of its parts, less sure while one is not known", () => {
    const carry = carrying({ parts: 2 });
    const one = someEvidence({ competency: "a", level: 5 });
    const two = someEvidence({ competency: "b", level: 3 });
    const both = levels([one, two], { carry }).get("now");
    const half = levels([one], { carry }).get("now");
    expect(both?.n).toBe(2);
    expect(both?.estimate).toBeCloseTo((3 + 2 * 0.68 + 3) / 2, 1);
    expect(half?.n).toBe(1);
    expect(half?.sd).toBeGreaterThan(both?.sd ?? 1);
    expect(half?.sd).toBeLessThan(1);
  });
});
