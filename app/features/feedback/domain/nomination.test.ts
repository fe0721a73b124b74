import { describe, expect, test } from "vitest";
import type { NominationFacts } from "./nomination.ts";
import * as nomination from "./nomination.ts";

const participant = { role: "member", personId: "participant" } as const;
const manager = { role: "member", personId: "manager" } as const;
const hr = { role: "admin", personId: null } as const;
const rater = { role: "member", personId: "rater" } as const;
const nobody = { role: "member", personId: null } as const;
const everyone = { participant, manager, hr, rater, nobody };

const facts = (change: Partial<NominationFacts> = {}): NominationFacts => ({
  roundId: "round",
  participantPersonId: "participant",
  managerId: "manager",
  cycleState: "nominating",
  paused: false,
  withdrawn: false,
  nominatedBy: "participant",
  approvedBy: "manager",
  nomination: "open",
  ...change,
});

type Right = (actor: (typeof everyone)[keyof typeof everyone], facts: NominationFacts) => boolean;
const who = (right: Right, change: Partial<NominationFacts> = {}) =>
  Object.entries(everyone)
    .filter(([, actor]) => right(actor, facts(change)))
    .map(([name]) => name);

describe("before the launch", () => {
  test("whoever makes the list changes it until it is handed in, and again once it was returned", () => {
    const may = nomination.mayChooseRaters;
    expect(who(may)).toEqual(["participant", "hr"]);
    expect(who(may, { nomination: "returned" })).toEqual(["participant", "hr"]);
    expect(who(may, { nominatedBy: "manager", approvedBy: "hr" })).toEqual(["manager", "hr"]);
    expect(who(may, { nominatedBy: "hr" })).toEqual(["hr"]);
    expect(who(may, { nomination: "approved" })).toEqual(["hr"]);
    expect(who(may, { cycleState: "draft" })).toEqual(["hr"]);
    expect(who(may, { withdrawn: true })).toEqual([]);
  });

  test("whoever approves may change a list while it waits, and nobody else of the members", () => {
    const waiting = { nomination: "submitted" } as const;
    expect(who(nomination.mayChooseRaters, waiting)).toEqual(["manager", "hr"]);
    expect(who(nomination.mayChooseRaters, { ...waiting, approvedBy: "hr" })).toEqual(["hr"]);
    expect(who(nomination.mayChooseRaters, { ...waiting, approvedBy: "nobody" })).toEqual(["hr"]);
  });

  test("approving and giving back are the approver's, while the list waits", () => {
    const waiting = { nomination: "submitted" } as const;
    for (const right of [nomination.mayApprove, nomination.mayReturn]) {
      expect(who(right, waiting)).toEqual(["manager", "hr"]);
      expect(who(right, { ...waiting, approvedBy: "hr" })).toEqual(["hr"]);
      expect(who(right, { nomination: "open" })).toEqual([]);
      expect(who(right, { nomination: "returned" })).toEqual([]);
      expect(who(right, { ...waiting, cycleState: "collecting" })).toEqual([]);
      expect(who(right, { ...waiting, withdrawn: true })).toEqual([]);
    }
    expect(who(nomination.mayApprove, { ...waiting, approvedBy: "nobody" })).toEqual([]);
    expect(who(nomination.mayReturn, { nomination: "approved" })).toEqual(["hr"]);
  });

  test("handing in is for whoever makes the list, and for HR in their place", () => {
    expect(who(nomination.mayHandIn)).toEqual(["participant", "hr"]);
    expect(who(nomination.mayHandIn, { nomination: "submitted" })).toEqual([]);
    expect(who(nomination.mayHandIn, { nominatedBy: "manager" })).toEqual(["manager", "hr"]);
  });

  test("without a manager HR stands in for them", () => {
    const alone = { managerId: null, nomination: "submitted" } as const;
    expect(nomination.approverOf(facts(alone))).toBe("hr");
    expect(who(nomination.mayApprove, alone)).toEqual(["hr"]);
    expect(nomination.nominatorOf(facts({ ...alone, nominatedBy: "manager" }))).toBe("hr");
  });

  test("nobody has to approve a list of their own", () => {
    const own = { nominatedBy: "manager", approvedBy: "manager" } as const;
    expect(nomination.afterHandingIn(facts(own))).toBe("approved");
    expect(nomination.afterHandingIn(facts())).toBe("submitted");
    expect(nomination.afterHandingIn(facts({ approvedBy: "nobody" }))).toBe("submitted");
  });
});

describe("after the launch", () => {
  const collecting = { cycleState: "collecting", nomination: "approved" } as const;

  test("who declined is replaced by whoever made the list or HR; anyone else is HR's alone", () => {
    expect(who(nomination.mayReplaceRaters, collecting)).toEqual(["participant", "hr"]);
    expect(who(nomination.mayReplaceRaters, { ...collecting, nominatedBy: "manager" })).toEqual([
      "manager",
      "hr",
    ]);
    expect(who(nomination.mayChangeLaunchedList, collecting)).toEqual(["hr"]);
    expect(who(nomination.mayChooseRaters, collecting)).toEqual([]);
  });

  test("nothing changes while it is paused, once it closes, or about someone who left the cycle", () => {
    for (const change of [
      { paused: true },
      { cycleState: "closing" as const },
      { withdrawn: true },
    ])
      expect(who(nomination.mayReplaceRaters, { ...collecting, ...change })).toEqual([]);
  });

  test("why someone declined is for HR and the approver, and never for whom it is about", () => {
    const asHr = { ...participant, role: "admin" } as const;
    expect(nomination.maySeeDeclineReason(asHr, facts(collecting))).toBe(false);
    expect(nomination.maySeeDeclined(asHr, facts(collecting))).toBe(true);
    expect(who(nomination.maySeeDeclineReason, collecting)).toEqual(["manager", "hr"]);
    expect(who(nomination.maySeeDeclineReason, { ...collecting, approvedBy: "nobody" })).toEqual([
      "hr",
    ]);
    expect(who(nomination.maySeeDeclined, { ...collecting, nominatedBy: "hr" })).toEqual([
      "manager",
      "hr",
    ]);
  });
});

test("a list is seen by HR, by its participant once it was opened, and by a manager with a part in it", () => {
  expect(who(nomination.maySeeNomination)).toEqual(["participant", "manager", "hr"]);
  expect(who(nomination.maySeeNomination, { cycleState: "draft" })).toEqual(["hr"]);
  expect(who(nomination.maySeeNomination, { approvedBy: "nobody" })).toEqual(["participant", "hr"]);
});
