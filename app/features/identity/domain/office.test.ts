import { expect, test } from "vitest";
import { mayAdminister, mayDecideAccess, mayReadAudit, maySeeHolds } from "../policy.ts";
import { isLimited, unitsOf } from "./actor.ts";
import { LIMITED_OFFICES, NO_OFFICE, OFFICES, officeOf, rightsOf, standsAs } from "./office.ts";

test("every office is known again by its rights, and a member has none", () => {
  expect(OFFICES.map((office) => officeOf(rightsOf(office)))).toEqual([...OFFICES]);
  expect(officeOf(NO_OFFICE)).toBeNull();
});

test("only owners own, and they administer", () => {
  expect(OFFICES.filter((office) => rightsOf(office).owner)).toEqual(["owner"]);
  expect(rightsOf("owner").role).toBe("admin");
});

test("whoever is limited asks as something that no policy for all lets in, and owners never are", () => {
  const units = ["Port", "Fleet", "Port"];
  expect(OFFICES.map((office) => standsAs(rightsOf(office, units)))).toEqual([
    { role: "admin", owner: true },
    { role: "unit-admin", owner: false, units: ["Fleet", "Port"] },
    { role: "unit-analyst", owner: false, units: ["Fleet", "Port"] },
  ]);
  expect(OFFICES.map((office) => standsAs(rightsOf(office)).role)).toEqual([
    ...(["admin", "admin", "analyst"] as const),
  ]);
  expect(standsAs(NO_OFFICE)).toEqual({ role: "member", owner: false });
  expect(() => rightsOf("admin", [])).toThrow("a limit without a unit");
  const limited = { organisationId: "o", accountId: "a", personId: "p", units: ["Fleet"] };
  for (const role of ["unit-admin", "unit-analyst"] as const)
    for (const may of [mayAdminister, mayDecideAccess, mayReadAudit])
      expect(may({ ...limited, role, owner: true })).toBe(false);
});

test("a limit that got lost limits to nothing, and never to everything", () => {
  for (const role of ["unit-admin", "unit-analyst"]) {
    expect(isLimited({ role })).toBe(true);
    expect(unitsOf({ role })).toEqual([]);
    expect(unitsOf({ role, units: ["Fleet"] })).toEqual(["Fleet"]);
  }
  // Queries that are lent ask no domain, and tell it by the name.
  expect(LIMITED_OFFICES.every((role) => role.startsWith("unit-"))).toBe(true);
  for (const role of ["admin", "analyst", "member", "leaver"])
    expect([isLimited({ role }), unitsOf({ role })]).toEqual([false, null]);
});

test("whose address waits is for HR of all, and for HR of units of the people of a round they were let into", () => {
  const asker = { organisationId: "o", accountId: "a", personId: null };
  const letInto = { ...asker, letInto: "round" };
  expect(maySeeHolds({ ...asker, role: "admin" }, "all")).toBe(true);
  expect(maySeeHolds({ ...letInto, role: "unit-admin" }, ["p"])).toBe(true);
  expect(maySeeHolds({ ...letInto, role: "unit-admin" }, "all")).toBe(false);
  expect(maySeeHolds({ ...asker, role: "unit-admin" }, ["p"])).toBe(false);
  for (const role of ["unit-analyst", "analyst", "member", "leaver"] as const)
    expect(maySeeHolds({ ...letInto, role }, ["p"])).toBe(false);
});
