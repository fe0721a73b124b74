import { describe, expect, test } from "vitest";
import { lastDayToRead, type PersonStanding, presenceOf } from "./presence.ts";

const organisation = { active: true, leaversReadDays: 0 };
const since = new Date("2026-01-05T12:00:00Z");
const membership = { active: true, since };
const here: PersonStanding = { active: true, inactiveSince: null, linkVersion: 0 };
const left: PersonStanding = { active: false, inactiveSince: "2026-03-01", linkVersion: 0 };
const TODAY = "2026-03-10";

describe("who is in", () => {
  test.each([
    ["somebody active with an account", { organisation, membership, person: here }, "in"],
    ["somebody active by a personal link", { organisation, person: here }, "in"],
    [
      "an account that is nobody's in the directory",
      { organisation, membership, person: null },
      "in",
    ],
    ["somebody who left", { organisation, membership, person: left }, "out"],
    ["somebody who left, by a personal link", { organisation, person: left }, "out"],
    ["somebody who was erased", { organisation, membership, person: "unknown" as const }, "out"],
    [
      "an account that ended",
      { organisation, membership: { active: false, since }, person: here },
      "out",
    ],
    [
      "anyone of a suspended organisation",
      { organisation: { ...organisation, active: false }, membership, person: here },
      "out",
    ],
  ])("%s", (_, facts, presence) => {
    expect(presenceOf(facts, TODAY)).toBe(presence);
  });

  test.each([
    ["2026-03-01", "leaver"],
    ["2026-03-31", "leaver"],
    ["2026-04-01", "out"],
  ])("who left on 1 March and may read for 30 days is, on %s, %s", (today, presence) => {
    const generous = { active: true, leaversReadDays: 30 };
    expect(presenceOf({ organisation: generous, membership, person: left }, today)).toBe(presence);
    expect(
      presenceOf(
        { organisation: generous, membership: { active: false, since }, person: left },
        today,
      ),
    ).toBe("out");
    expect(
      presenceOf({ organisation: { ...generous, active: false }, membership, person: left }, today),
    ).toBe("out");
  });

  test("whose address was changed is in by the account they had before, and by nothing else", () => {
    const changed = new Date("2026-03-08T12:00:00Z");
    const hold = { since: changed, until: new Date("2026-03-15T12:00:00Z") };
    const facts = { organisation, person: here, hold };
    expect(presenceOf(facts, TODAY)).toBe("out");
    expect(presenceOf({ ...facts, membership }, TODAY)).toBe("in");
    const opened = { active: true, since: changed };
    expect(presenceOf({ ...facts, membership: opened }, TODAY)).toBe("out");
    expect(presenceOf({ ...facts, membership: opened, hold: null }, TODAY)).toBe("in");
  });

  test("without a day on which they left, nobody reads on", () => {
    expect(lastDayToRead(null, 30)).toBeNull();
    expect(lastDayToRead("2026-03-01", 0)).toBeNull();
    expect(lastDayToRead("2027-12-31", 60)).toBe("2028-02-29");
  });
});
