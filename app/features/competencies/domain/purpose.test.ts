import { expect, test } from "vitest";
import { someEvidence } from "../testing/evidence.ts";
import { type EvidenceFor, forPurpose } from "./evidence.ts";
import { sharedPurposes } from "./purpose.ts";

test.each([
  [
    "what both may be read for",
    [
      ["development", "staffing"],
      ["staffing", "appraisal"],
    ],
    ["staffing"],
  ],
  ["nothing where they share nothing", [["development"], ["staffing"]], []],
  ["all of one", [["certification", "development"]], ["development", "certification"]],
  ["nothing of nothing", [], []],
] as const)("what was made of several may be read for %s", (_, of, shared) => {
  expect(sharedPurposes(of)).toEqual(shared);
});

test("what was given for development is read for nothing else", () => {
  const own = someEvidence({ purposes: ["development"] });
  const both = someEvidence({ purposes: ["development", "staffing"] });
  expect(forPurpose([own, both], "staffing")).toEqual([both]);
  expect(forPurpose([own, both], "appraisal")).toEqual([]);
});

test("what reads for one purpose takes nothing that was read for another", () => {
  const forStaffing = (evidence: readonly EvidenceFor<"staffing">[]) => evidence.length;
  const all = [someEvidence()];
  expect(forStaffing(forPurpose(all, "staffing"))).toBe(1);
  // @ts-expect-error it was read for development
  expect(forStaffing(forPurpose(all, "development"))).toBe(1);
  // @ts-expect-error nobody has said what it is read for
  expect(forStaffing(all)).toBe(1);
});
