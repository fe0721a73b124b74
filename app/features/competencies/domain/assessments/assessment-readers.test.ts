import { expect, test } from "vitest";
import {
  isLaidOpen,
  mayBeCalibrated,
  mayReadTalk,
  sideOf,
  type Views,
} from "./assessment-readers.ts";

const views = (...sent: ("self" | "manager" | "second")[]): Views => ({
  subjectPersonId: "ana",
  sheets: (["self", "manager", "second"] as const).map((part) => ({
    part,
    authorId: { self: "ana", manager: "boss", second: "peer" }[part],
    isSent: sent.includes(part),
  })),
});

test("nobody reads another's view before all have given theirs", () => {
  expect(isLaidOpen(views("self", "manager"))).toBe(false);
  expect(mayReadTalk("boss", views("manager"))).toBe(false);
  expect(mayReadTalk("ana", views("self", "manager"))).toBe(false);
  expect(mayReadTalk("boss", views("self", "manager", "second"))).toBe(true);
  expect(mayReadTalk("ana", views("self", "manager", "second"))).toBe(true);
});

test("a second assessor, colleagues and nobody read no talk", () => {
  const all = views("self", "manager", "second");
  for (const who of ["peer", "bo", null]) expect(mayReadTalk(who, all), String(who)).toBe(false);
  expect(sideOf("peer", all)).toBe("second");
  expect(sideOf("bo", all)).toBe(null);
});

test("one view alone is laid beside nothing", () => {
  const alone: Views = {
    subjectPersonId: "ana",
    sheets: [{ part: "self", authorId: "ana", isSent: true }],
  };
  expect(isLaidOpen(alone)).toBe(false);
});

test("what was given for development alone is calibrated by nobody", () => {
  expect(mayBeCalibrated(["development"])).toBe(false);
  expect(mayBeCalibrated(["development", "certification"])).toBe(false);
  expect(mayBeCalibrated(["development", "staffing"])).toBe(true);
});
