import { expect, test } from "vitest";
import { NO_OFFICE, OFFICES, officeOf, rightsOf } from "./office.ts";

test("every office is known again by its rights, and a member has none", () => {
  expect(OFFICES.map((office) => officeOf(rightsOf(office)))).toEqual([...OFFICES]);
  expect(officeOf(NO_OFFICE)).toBeNull();
});

test("only owners own, and they administer", () => {
  expect(OFFICES.filter((office) => rightsOf(office).owner)).toEqual(["owner"]);
  expect(rightsOf("owner").role).toBe("admin");
});
