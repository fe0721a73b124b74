import { expect, test } from "vitest";
import { leavingNow, leavingOn } from "./leaving.ts";

test.each([
  ["2026-03-01", { when: "now", since: "2026-03-01" }],
  ["2026-03-02", { when: "now", since: "2026-03-02" }],
  ["2026-03-03", { when: "later", on: "2026-03-03" }],
])("on 2 March, leaving on %s is %j", (day, leaving) => {
  expect(leavingOn(day, "2026-03-02")).toEqual(leaving);
});

test("the last owner stays until somebody else is one", () => {
  const due = [
    { id: "ana", owns: false },
    { id: "hera", owns: true },
  ];
  expect(leavingNow(due, true)).toEqual(due);
  expect(leavingNow(due, false).map(({ id }) => id)).toEqual(["ana"]);
});
