import { expect, test } from "vitest";
import {
  grantInput,
  grantProblems,
  grantTo,
  type ReadingGrant,
  tookBackFrom,
} from "./reading-grant.ts";

const own = "018f0000-0000-7000-8000-000000000001";
const boss = "018f0000-0000-7000-8000-000000000002";
const typed = { person: boss, reader: "manager", endsOn: "2026-06-30" };

/** What is wrong, found by the schema or in the end. */
function problems(changes: Partial<typeof typed>, parts: readonly string[] = ["glance"]) {
  const read = grantInput.safeParse({ ...typed, ...changes });
  return read.success
    ? grantProblems(read.data, parts, { own, today: "2026-03-02" })
    : read.error.issues.map(({ path, message }) => ({ field: path[0], code: message }));
}

test("a complete choice is fine, and a coach needs no parts chosen", () => {
  expect(problems({})).toEqual([]);
  expect(problems({ reader: "coach" }, [])).toEqual([]);
});

test.each([
  [{ person: "" }, "person", "person"],
  [{ person: own }, "person", "self"],
  [{ reader: "boss" }, "reader", "reader"],
  [{ endsOn: "" }, "endsOn", "endsOn-missing"],
  [{ endsOn: "2026-03-02" }, "endsOn", "endsOn-past"],
  [{ endsOn: "2027-03-04" }, "endsOn", "endsOn-far"],
])("%j is refused at %s for %s", (changes, field, code) => {
  expect(problems(changes)).toEqual([{ field, code }]);
});

test("a manager or colleague is given at least one part", () => {
  expect(problems({}, [])).toEqual([{ field: "sections", code: "sections" }]);
});

const grant: ReadingGrant = {
  personId: "boss",
  reader: "manager",
  parts: ["glance", "focus"],
  endsOn: "2026-06-30",
  revoked: false,
};

test("a grant opens to one person, until its last day or until it is taken back", () => {
  expect(grantTo([grant], "boss", "2026-06-30")).toBe(grant);
  expect(grantTo([grant], "boss", "2026-07-01")).toBeNull();
  expect(grantTo([grant], "peer", "2026-06-01")).toBeNull();
  expect(grantTo([grant], null, "2026-06-01")).toBeNull();
  const revoked = { ...grant, revoked: true };
  expect(grantTo([revoked], "boss", "2026-06-01")).toBeNull();
  expect(tookBackFrom([revoked], "boss")).toBe(true);
  expect(tookBackFrom([grant, { ...revoked, personId: "peer" }], "boss")).toBe(false);
});

test("a second grant counts after a first one was taken back", () => {
  const grants = [{ ...grant, revoked: true }, grant];
  expect(grantTo(grants, "boss", "2026-06-01")).toBe(grant);
});
