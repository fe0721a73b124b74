import { expect, test } from "vitest";
import { type ReportFacts, type ReportGrant, readerOfReport } from "./report-reader.ts";

const grant: ReportGrant = {
  personId: "boss",
  reader: "manager",
  sections: ["glance", "focus"],
  endsOn: "2026-06-30",
  revoked: false,
};
const facts: ReportFacts = {
  participantPersonId: "me",
  closed: true,
  released: true,
  releaseMode: "hr",
  coachPersonId: null,
  grants: [],
};
const everyone = ["me", "boss", "coach", "hr", "peer", null];

/** Who reads it as what. */
function readers(changes: Partial<ReportFacts>, today = "2026-06-01") {
  return everyone.flatMap((personId) => {
    const found = readerOfReport({ personId, role: "member" }, { ...facts, ...changes }, today);
    return found ? [`${personId}: ${found.reader}`] : [];
  });
}

test("without a grant a released report is its participant's alone, and before release nobody's", () => {
  expect(readers({})).toEqual(["me: participant"]);
  expect(readers({ released: false })).toEqual([]);
});

test("a grant opens it to one person, until its last day, and not before release", () => {
  expect(readers({ grants: [grant] })).toEqual(["me: participant", "boss: manager"]);
  expect(readers({ grants: [grant] }, "2026-06-30")).toContain("boss: manager");
  expect(readers({ grants: [grant] }, "2026-07-01")).toEqual(["me: participant"]);
  expect(readers({ grants: [{ ...grant, revoked: true }] })).toEqual(["me: participant"]);
  expect(readers({ grants: [grant], released: false })).toEqual([]);
});

test("a second grant counts after a first one was taken back", () => {
  expect(readers({ grants: [{ ...grant, revoked: true }, grant] })).toContain("boss: manager");
});

test("a coach reads before release only where coaches release, and until the participant takes it back", () => {
  const coached = { coachPersonId: "coach", released: false };
  expect(readers(coached)).toEqual([]);
  expect(readers({ ...coached, releaseMode: "coach" })).toEqual(["coach: coach"]);
  expect(readers({ ...coached, releaseMode: "coach", released: true })).toEqual([
    "me: participant",
    "coach: coach",
  ]);
  expect(readers({ ...coached, releaseMode: "coach", closed: false })).toEqual([]);
  const takenBack = { ...grant, personId: "coach", reader: "coach" as const, revoked: true };
  expect(
    readers({ ...coached, releaseMode: "coach", released: true, grants: [takenBack] }),
  ).toEqual(["me: participant"]);
});

test("nobody coaches themselves into their own unreleased report", () => {
  expect(readers({ coachPersonId: "me", releaseMode: "coach", released: false })).toEqual([]);
});

test("a manager sees what was shared, a coach all of it", () => {
  expect(
    readerOfReport(
      { personId: "boss", role: "member" },
      { ...facts, grants: [grant] },
      "2026-06-01",
    )?.sections,
  ).toEqual(["glance", "focus"]);
  const toCoach = { ...grant, reader: "coach" as const };
  expect(
    readerOfReport(
      { personId: "boss", role: "member" },
      { ...facts, grants: [toCoach] },
      "2026-06-01",
    )?.sections,
  ).toHaveLength(8);
});

test("who left reads their own released report and nobody else's, whatever was granted to them", () => {
  const readAs = (personId: string, changes: Partial<ReportFacts> = {}) =>
    readerOfReport({ personId, role: "leaver" }, { ...facts, ...changes }, "2026-06-01");
  expect(readAs("me")?.reader).toBe("leaver");
  expect(readAs("me", { released: false })).toBeNull();
  expect(readAs("boss", { grants: [grant] })).toBeNull();
  expect(readAs("coach", { coachPersonId: "coach", releaseMode: "coach" })).toBeNull();
});
