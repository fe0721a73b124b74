import { expect, test } from "vitest";
import { personRecord } from "../../testing/person-record.ts";
import { managerAfter, mergedPerson, TAKEN_FIELDS } from "./merged-person.ts";

const nothing = { organisationSays: {} };
const stays = {
  ...personRecord({ id: "a", name: "Ada Quay", email: "ada@x.org", jobTitle: "Mate" }),
  ...nothing,
};
const goes = {
  ...nothing,
  ...personRecord({
    ...{ id: "b", name: "Ada Quay", email: "ada@y.org", employeeId: "7" },
    ...{ jobTitle: "Skipper", department: "Deck" },
  }),
};

test("what one record lacks comes from the other; what both have stays, unless it is taken", () => {
  const { facts, differences, filled } = mergedPerson({ stays, goes });
  expect(facts).toMatchObject({ employeeId: "7", department: "Deck", jobTitle: "Mate" });
  expect(differences).toEqual([{ field: "jobTitle", stays: "Mate", goes: "Skipper" }]);
  expect(filled.map(({ field }) => field)).toEqual(["employeeId", "department"]);
  expect(mergedPerson({ stays, goes }, ["jobTitle"]).facts.jobTitle).toBe("Skipper");
});

test("an address or id that is there is never replaced, whatever is asked for", () => {
  const merged = mergedPerson({ stays, goes }, ["email", "employeeId"]);
  expect(merged.facts.email).toBe("ada@x.org");
  expect(merged.dropped).toEqual([{ field: "email", value: "ada@y.org" }]);
  expect(TAKEN_FIELDS).not.toContain("email");
  expect(TAKEN_FIELDS).not.toContain("employeeId");
});

const none = { aboveStays: [], aboveGoes: [] };

test("the manager stays, and comes from the other record where there is none", () => {
  const [a, b] = [
    { id: "a", managerId: "m" },
    { id: "b", managerId: "n" },
  ];
  expect(managerAfter(a, b, none)).toBe("m");
  expect(managerAfter({ ...a, managerId: null }, b, none)).toBe("n");
  expect(managerAfter({ ...a, managerId: "b" }, b, { ...none, aboveStays: [{ id: "b" }] })).toBe(
    "n",
  );
});

test("nobody comes to manage whom they report to", () => {
  const a = { id: "a", managerId: "c" };
  const above = [{ id: "c" }, { id: "b" }];
  expect(managerAfter(a, { id: "b", managerId: null }, { ...none, aboveStays: above })).toBe(
    "loop",
  );
  const top = { id: "a", managerId: null };
  expect(managerAfter(top, { id: "b", managerId: "a" }, none)).toBeNull();
  const under = { ...none, aboveGoes: [{ id: "m" }, { id: "a" }] };
  expect(managerAfter(top, { id: "b", managerId: "m" }, under)).toBeNull();
});
