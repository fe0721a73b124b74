import { expect, test } from "vitest";
import { type ReportFacts, readerOfReport } from "./report-reader.ts";

const grant = { reader: "manager", parts: ["glance", "focus", "salary"] } as const;
const facts: ReportFacts = {
  participantPersonId: "me",
  closed: true,
  released: true,
  releaseMode: "hr",
  coachPersonId: null,
  grant: null,
  takenBack: false,
};
const everyone = ["me", "boss", "coach", "hr", "peer", null];

/** Who reads it as what. What was granted or taken back is `to` one of them. */
function readers(changes: Partial<ReportFacts>, to = "boss") {
  return everyone.flatMap((personId) => {
    const own = personId === to ? changes : { ...changes, grant: null, takenBack: false };
    const found = readerOfReport({ personId, role: "member" }, { ...facts, ...own });
    return found ? [`${personId}: ${found.reader}`] : [];
  });
}

test("without a grant a released report is its participant's alone, and before release nobody's", () => {
  expect(readers({})).toEqual(["me: participant"]);
  expect(readers({ released: false })).toEqual([]);
});

test("a grant opens it to whoever it was given to, and not before release", () => {
  expect(readers({ grant })).toEqual(["me: participant", "boss: manager"]);
  expect(readers({ grant, released: false })).toEqual([]);
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
  expect(
    readers({ ...coached, releaseMode: "coach", released: true, takenBack: true }, "coach"),
  ).toEqual(["me: participant"]);
});

test("nobody coaches themselves into their own unreleased report", () => {
  expect(readers({ coachPersonId: "me", releaseMode: "coach", released: false })).toEqual([]);
});

test("a manager sees what was shared, a coach all of it", () => {
  const read = (granted: ReportFacts["grant"]) =>
    readerOfReport({ personId: "boss", role: "member" }, { ...facts, grant: granted })?.sections;
  expect(read(grant)).toEqual(["glance", "focus"]);
  expect(read({ reader: "coach", parts: [] })).toHaveLength(8);
});

test("who left reads their own released report and nobody else's, whatever was granted to them", () => {
  const readAs = (personId: string, changes: Partial<ReportFacts> = {}) =>
    readerOfReport({ personId, role: "leaver" }, { ...facts, ...changes });
  expect(readAs("me")?.reader).toBe("leaver");
  expect(readAs("me", { released: false })).toBeNull();
  expect(readAs("boss", { grant })).toBeNull();
  expect(readAs("coach", { coachPersonId: "coach", releaseMode: "coach" })).toBeNull();
});
