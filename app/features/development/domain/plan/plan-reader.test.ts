import { expect, test } from "vitest";
import { readerOfPlan } from "./plan-reader.ts";

const facts = { personId: "ana", isHere: true, managerId: "boss", grant: null };
const as = (
  personId: string | null,
  role: "admin" | "analyst" | "member" | "leaver" = "member",
) => ({
  ...{ personId, role },
});

test("whose it is reads it, unless they left", () => {
  expect(readerOfPlan(as("ana"), facts)).toBe("own");
  expect(readerOfPlan(as("ana", "admin"), facts)).toBe("own");
  expect(readerOfPlan(as("ana", "leaver"), facts)).toBeNull();
});

test("without a grant nobody else does: not the manager, not HR, no analyst, nobody outside the directory", () => {
  for (const actor of [as("boss"), as("hr", "admin"), as("bi", "analyst"), as(null, "admin")])
    expect(readerOfPlan(actor, facts)).toBeNull();
});

test("with a grant they read as what it was given for", () => {
  for (const reader of ["coach", "mentor", "colleague"] as const)
    expect(readerOfPlan(as("friend"), { ...facts, grant: { reader } })).toBe(reader);
  expect(readerOfPlan(as("friend", "leaver"), { ...facts, grant: { reader: "coach" } })).toBeNull();
});

test("of whoever left nobody reads by what they gave", () => {
  const left = { ...facts, isHere: false, grant: { reader: "coach" as const } };
  expect(readerOfPlan(as("friend"), left)).toBeNull();
});

test("what was given to the manager ends when they are that no more", () => {
  const grant = { reader: "manager" as const };
  expect(readerOfPlan(as("boss"), { ...facts, grant })).toBe("manager");
  expect(readerOfPlan(as("boss"), { ...facts, managerId: "other", grant })).toBeNull();
  expect(readerOfPlan(as("boss"), { ...facts, managerId: null, grant })).toBeNull();
});
