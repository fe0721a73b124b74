import { expect, test } from "vitest";
import { mayKeepRoleProfiles } from "./policy.ts";

test("admins keep role profiles, nobody else", () => {
  expect(mayKeepRoleProfiles({ role: "admin" })).toBe(true);
  expect(mayKeepRoleProfiles({ role: "member" })).toBe(false);
});
