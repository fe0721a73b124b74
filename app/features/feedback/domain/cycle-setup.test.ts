import { expect, test } from "vitest";
import { cycleDetails, launchObstacles } from "./cycle-setup.ts";

const today = "2026-03-02";

test("a kind that is none is refused", () => {
  const details = { name: "Spring", instrumentId: "0198c0de-0000-7000-8000-000000000000" };
  expect(cycleDetails.parse({ ...details, kind: "upward" }).kind).toBe("upward");
  expect(cycleDetails.safeParse({ ...details, kind: "180" }).success).toBe(false);
});

const ready = {
  kind: "360",
  closesOn: "2026-03-30",
  releaseMode: "hr",
  releaseOn: null,
  participants: 3,
  rated: 3,
  ratedByOthers: 3,
  overCap: 0,
  movedOut: [],
} as const;

test("a cycle is ready with participants, someone else to rate them, and a closing date ahead", () => {
  expect(launchObstacles(ready, today)).toEqual([]);
  const nobody = { participants: 0, rated: 0, ratedByOthers: 0 };
  expect(launchObstacles({ ...ready, ...nobody }, today)).toEqual(["no-participants"]);
  expect(launchObstacles({ ...ready, rated: 0, ratedByOthers: 0 }, today)).toEqual(["no-raters"]);
  expect(launchObstacles({ ...ready, ...nobody, closesOn: null }, today)).toEqual([
    "no-participants",
    "no-dates",
  ]);
  expect(launchObstacles({ ...ready, closesOn: today }, today)).toEqual(["closes-in-the-past"]);
});

test("only participants themselves are enough for a self-assessment, and for nothing else", () => {
  const alone = { ...ready, ratedByOthers: 0 };
  expect(launchObstacles(alone, today)).toEqual(["only-self"]);
  expect(launchObstacles({ ...alone, kind: "upward" }, today)).toEqual(["only-self"]);
  expect(launchObstacles({ ...alone, kind: "self" }, today)).toEqual([]);
});

test("a cap holds, and a release by date needs its date", () => {
  expect(launchObstacles({ ...ready, movedOut: ["Ana"] }, today)).toEqual(["moved-out"]);
  expect(launchObstacles({ ...ready, overCap: 1 }, today)).toEqual(["over-cap"]);
  expect(launchObstacles({ ...ready, releaseMode: "date" }, today)).toEqual(["no-release-date"]);
});
