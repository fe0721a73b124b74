import { expect, test } from "vitest";
import { personRecord } from "../../testing/person-record.ts";
import { changesBetween } from "./history.ts";

const kept = (given: Partial<ReturnType<typeof personRecord>>) => ({
  ...personRecord({ id: "ana", ...given }),
  workingDays: null,
  leavesOn: null,
  revision: 1,
  organisationSays: {},
});

test("what is chosen and given back is told by the fields, beside what stands there", () => {
  const before = { ...kept({ language: "en" }), organisationSays: {} };
  const chose = { ...before, language: "de", organisationSays: { language: "en", pronouns: null } };
  expect(changesBetween(before, chose)).toEqual([
    { field: "language", from: "en", to: "de" },
    { field: "chosen", from: null, to: "pronouns language" },
  ]);
  expect(changesBetween(chose, { ...chose, organisationSays: { language: "en" } })).toEqual([
    { field: "chosen", from: "pronouns", to: null },
  ]);
});

test("only what differs is told, field by field, a manager by id", () => {
  const before = kept({ jobTitle: "Cook", department: "Deck", managerId: "bo" });
  const after = { ...before, jobTitle: null, managerId: "cy", workingDays: "12345", revision: 2 };
  expect(changesBetween(before, after)).toEqual([
    { field: "jobTitle", from: "Cook", to: null },
    { field: "manager", from: "bo", to: "cy" },
    { field: "workingDays", from: null, to: "12345" },
  ]);
  expect(changesBetween(after, after)).toEqual([]);
});
