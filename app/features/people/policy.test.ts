import { expect, test } from "vitest";
import { mayChangePeople, maySeeEmployment, maySeeInactivePeople } from "./policy.ts";

const admin = { role: "admin", personId: null } as const;
const member = { role: "member", personId: "ana" } as const;

test("only admins change people and look up inactive ones", () => {
  expect([mayChangePeople(admin), mayChangePeople(member)]).toEqual([true, false]);
  expect([maySeeInactivePeople(admin), maySeeInactivePeople(member)]).toEqual([true, false]);
});

test("terms of employment are seen by admins and by the person", () => {
  expect(maySeeEmployment(admin, "bo")).toBe(true);
  expect(maySeeEmployment(member, "ana")).toBe(true);
  expect(maySeeEmployment(member, "bo")).toBe(false);
});
