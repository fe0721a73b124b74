import { expect, test } from "vitest";
import { mayRateUsefulness } from "~/features/reports/policy.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { mayCloseCycle, mayReleaseCycle, mayReleaseReport } from "./policy.ts";

const actors = {
  "HR without a person": { role: "admin", personId: null },
  "HR as someone else": { role: "admin", personId: "hr" },
  participant: { role: "member", personId: "me" },
  coach: { role: "member", personId: "coach" },
  "another member": { role: "member", personId: "other" },
  "member without a person": { role: "member", personId: null },
} as const;

const allowed = (may: (actor: (typeof actors)[keyof typeof actors]) => boolean) =>
  Object.entries(actors).flatMap(([name, actor]) => (may(actor) ? [name] : []));

/** What each actor may do about one report, as a list per ability. */
const about = (facts: { releaseMode: string; released: boolean; coachPersonId: string | null }) => {
  const known = { ...facts, participantPersonId: "me" };
  return {
    "run cycles": allowed(mayRunRounds),
    "release the report": allowed((actor) => mayReleaseReport(actor, known)),
    "rate usefulness": allowed((actor) => mayRateUsefulness(actor, known)),
  };
};

const hr = ["HR without a person", "HR as someone else"];

test("where HR or the calendar releases, a coach has no say", () => {
  for (const releaseMode of ["hr", "date"])
    expect(about({ releaseMode, released: false, coachPersonId: "coach" })).toEqual({
      "run cycles": hr,
      "release the report": [],
      "rate usefulness": [],
    });
});

test("where coaches release, the participant's own coach does, and HR does not", () => {
  expect(about({ releaseMode: "coach", released: false, coachPersonId: "coach" })).toEqual({
    "run cycles": hr,
    "release the report": ["coach"],
    "rate usefulness": [],
  });
});

test("without a coach, or as one's own coach, nobody releases in their place", () => {
  for (const coachPersonId of [null, "me"])
    expect(
      about({ releaseMode: "coach", released: false, coachPersonId })["release the report"],
    ).toEqual([]);
});

test("a released report's participant says how useful it was, and nobody else does", () => {
  expect(
    about({ releaseMode: "coach", released: true, coachPersonId: "coach" })["rate usefulness"],
  ).toEqual(["participant"]);
});

test("a cycle is closed and released by HR, or by the clock, and by nobody else", () => {
  for (const may of [mayCloseCycle, mayReleaseCycle]) {
    expect(allowed((actor) => may(actor, "round"))).toEqual(hr);
    expect(may({ role: "leaver" }, "round")).toBe(false);
    expect(may({ role: "clock" }, "round")).toBe(true);
    expect(may({ role: "unit-admin" }, "round")).toBe(false);
    expect(may({ role: "unit-admin", letInto: "another" }, "round")).toBe(false);
    expect(may({ role: "unit-admin", letInto: "round" }, "round")).toBe(true);
    expect(may({ role: "unit-analyst", letInto: "round" }, "round")).toBe(false);
  }
});
