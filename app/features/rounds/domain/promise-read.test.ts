import { expect, test } from "vitest";
import { promiseReadBefore } from "./promise-read.ts";

const asked = (id: string, change: object = {}) => ({
  ...{ id, roundId: "r", relationship: "peer", minimum: 3, releaseMode: "hr" },
  ...{ hrKeepsReports: false, begun: false, name: `Name of ${id}` },
  ...change,
});
const begun = (change: object = {}) => asked("before", { begun: true, ...change });
const read = (change: object, ...others: ReturnType<typeof asked>[]) => {
  const one = asked("now", change);
  return promiseReadBefore(one, [one, ...others]);
};

test("the second time the same is promised, it was read", () => {
  expect(read({}, begun())).toBe("Name of before");
  expect(read({}, asked("before"))).toBeNull();
  expect(read({})).toBeNull();
});

test("whatever differs is another promise", () => {
  for (const other of [
    { roundId: "s" },
    { relationship: "other" },
    { minimum: 4 },
    { releaseMode: "coach" },
    { hrKeepsReports: true },
  ])
    expect(read({}, begun(other))).toBeNull();
});

test("who has begun, and who will be known, reads it at length", () => {
  expect(read({ begun: true }, begun())).toBeNull();
  for (const relationship of ["self", "manager"])
    expect(read({ relationship }, begun({ relationship }))).toBeNull();
});
