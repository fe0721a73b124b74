import { expect, test } from "vitest";
import { mappedOffice } from "./mapped-office.ts";

const mapping = { adminGroup: "hr", analystGroup: "figures" };
const none = { office: null, byProvider: false };

test.each([
  ["nobody in the HR group", none, ["hr"], "admin"],
  ["nobody in both", none, ["figures", "hr"], "admin"],
  ["nobody in the analysts' group", none, ["figures"], "analyst"],
  ["nobody in another group", none, ["HR", "owner"], null],
  [
    "whom the provider made an administrator, now an analyst",
    { office: "admin", byProvider: true },
    ["figures"],
    "analyst",
  ],
  ["whom the provider made one, in no group now", { office: "admin", byProvider: true }, [], null],
  ["an administrator by hand, in no group", { office: "admin", byProvider: false }, [], "admin"],
  [
    "an analyst by hand, in the HR group",
    { office: "analyst", byProvider: false },
    ["hr"],
    "admin",
  ],
  ["an owner, in no group", { office: "owner", byProvider: false }, [], "owner"],
  ["an owner, in the analysts' group", { office: "owner", byProvider: true }, ["figures"], "owner"],
] as const)("%s", (_, has, groups, office) => {
  expect(mappedOffice(mapping, groups, has)).toBe(office);
});

test("without a mapping nothing is given and nothing taken", () => {
  const nothing = { adminGroup: null, analystGroup: null };
  for (const office of ["admin", "analyst", null] as const)
    for (const byProvider of [true, false])
      expect(mappedOffice(nothing, ["hr"], { office, byProvider })).toBe(office);
});

test("no group makes an owner, whatever it is called", () => {
  for (const group of ["owner", "hr", "figures"])
    for (const office of ["admin", "analyst", null] as const)
      expect(mappedOffice(mapping, [group], { office, byProvider: true })).not.toBe("owner");
});
