import { expect, test } from "vitest";
import { mayImportPeople } from "./policy.ts";

test("only admins bring people in", () => {
  const asked = (["admin", "member", "leaver"] as const).map((role) => mayImportPeople({ role }));
  expect(asked).toEqual([true, false, false]);
});
