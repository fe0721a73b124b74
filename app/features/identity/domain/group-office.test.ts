import { expect, test } from "vitest";
import { officeByGroup } from "./group-office.ts";

const none = { office: null, isLimited: false, given: null };
const byHand = (office: "owner" | "admin" | "analyst") => ({ ...none, office });
const byProvider = (
  office: "admin" | "analyst",
  { providerId = "p", before = null }: { providerId?: string; before?: "analyst" | null } = {},
) => ({ ...none, office, given: { providerId, before } });

test.each([
  ["nobody, in the HR group", none, "admin", byProvider("admin")],
  [
    "an administrator by the provider, now an analyst",
    byProvider("admin"),
    "analyst",
    byProvider("analyst"),
  ],
  ["an administrator by the provider, in no group now", byProvider("admin"), null, none],
  [
    "an analyst by hand, in the HR group",
    byHand("analyst"),
    "admin",
    byProvider("admin", { before: "analyst" }),
  ],
  [
    "the same once the group is gone",
    byProvider("admin", { before: "analyst" }),
    null,
    byHand("analyst"),
  ],
  [
    "an analyst by one provider whom another raises",
    byProvider("analyst", { providerId: "q" }),
    "admin",
    byProvider("admin"),
  ],
] as const)("%s", (_, held, office, { office: next, given }) => {
  expect(officeByGroup({ providerId: "p", office }, held)).toEqual({ office: next, given });
});

test.each([
  ["nobody, in another group", none, null],
  ["an administrator by hand, in no group", byHand("admin"), null],
  ["an administrator by hand, in the analysts' group", byHand("admin"), "analyst"],
  ["an analyst by hand, in the analysts' group", byHand("analyst"), "analyst"],
  ["an owner, in no group", byHand("owner"), null],
  ["an owner, in the HR group", byHand("owner"), "admin"],
  ["one limited to units, in the HR group", { ...byHand("analyst"), isLimited: true }, "admin"],
  ["one limited to units, in no group", { ...byHand("admin"), isLimited: true }, null],
  [
    "whom another provider gave it, in no group here",
    byProvider("admin", { providerId: "q" }),
    null,
  ],
  ["whom this one gave it, still in the group", byProvider("admin"), "admin"],
] as const)("stays: %s", (_, held, office) => {
  expect(officeByGroup({ providerId: "p", office }, held)).toBeNull();
});
