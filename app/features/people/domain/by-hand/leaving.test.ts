import { expect, test } from "vitest";
import { leavingNow, leavingOn } from "./leaving.ts";

test.each([
  ["2026-03-01", { when: "now", since: "2026-03-01" }],
  ["2026-03-02", { when: "now", since: "2026-03-02" }],
  ["2026-03-03", { when: "later", on: "2026-03-03" }],
])("on 2 March, leaving on %s is %j", (day, leaving) => {
  expect(leavingOn(day, "2026-03-02")).toEqual(leaving);
});

test("the last who administers stays until somebody else does", () => {
  const due = [
    { id: "ana", administers: false },
    { id: "hera", administers: true },
  ];
  expect(leavingNow(due, true)).toEqual(due);
  expect(leavingNow(due, false).map(({ id }) => id)).toEqual(["ana"]);
});
