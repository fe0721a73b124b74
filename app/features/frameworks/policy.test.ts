import { expect, test } from "vitest";
import {
  mayKeepFrameworks,
  mayKeepRoleProfiles,
  mayReadFrameworks,
  mayReadRolesOf,
} from "./policy.ts";

const everybody = ["admin", "analyst", "member", "unit-admin", "unit-analyst", "leaver"] as const;

test.each(everybody)("what a role is and what frameworks say, as %s", (role) => {
  const isAdmin = role === "admin";
  expect(mayKeepRoleProfiles({ role })).toBe(isAdmin);
  expect(mayKeepFrameworks({ role })).toBe(isAdmin);
  expect(mayReadFrameworks({ role })).toBe(role !== "leaver");
});

test.each(everybody)("whose roles somebody learns as %s", (role) => {
  const isAdmin = role === "admin";
  const actor = { role, personId: "me" };
  expect(mayReadRolesOf(actor, "me")).toBe(role !== "leaver");
  expect(mayReadRolesOf(actor, "other")).toBe(isAdmin);
  expect(mayReadRolesOf(actor, null)).toBe(isAdmin);
  expect(mayReadRolesOf({ role, personId: null }, null)).toBe(isAdmin);
});
