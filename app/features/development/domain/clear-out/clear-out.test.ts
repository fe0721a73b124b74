import { expect, test } from "vitest";
import { checkAfter, isAsked, isToCheck, readerOfClearOut, verdictOn } from "./clear-out.ts";

const clearOut = { leaderId: "boss" };
const team = { memberIds: ["ana", "bo"], managerId: "boss" };

test("who leads it and who was asked read it, as long as they report to that leader; nobody else", () => {
  const member = { role: "member", personId: "ana" } as const;
  expect(readerOfClearOut({ ...member, personId: "boss" }, clearOut, team)).toBe("leader");
  expect(readerOfClearOut(member, clearOut, team)).toBe("member");
  expect(readerOfClearOut(member, clearOut, { ...team, managerId: "other" })).toBeNull();
  expect(readerOfClearOut({ ...member, personId: "new" }, clearOut, team)).toBeNull();
  expect(readerOfClearOut({ ...member, role: "leaver" }, clearOut, team)).toBeNull();
  expect(readerOfClearOut({ role: "admin", personId: null }, clearOut, team)).toBeNull();
  expect(readerOfClearOut({ role: "admin", personId: "hr" }, clearOut, team)).toBeNull();
  expect(
    readerOfClearOut({ role: "leaver", personId: "boss" }, clearOut, { ...team, managerId: null }),
  ).toBeNull();
});

test("what is stopped on the last of a month is looked at on the last of the next", () => {
  expect(checkAfter("2026-01-31")).toBe("2026-02-28");
  expect(isToCheck({ checkOn: "2026-02-28" }, "2026-02-27")).toBe(false);
  expect(isToCheck({ checkOn: "2026-02-28" }, "2026-02-28")).toBe(true);
  expect(isToCheck({ checkOn: null }, "2026-02-28")).toBe(false);
});

test("asked is who decided and who had named it; of somebody erased only the leader", () => {
  expect(isAsked({ authorId: "ana" }, clearOut, "ana")).toBe(true);
  expect(isAsked({ authorId: "ana" }, clearOut, "bo")).toBe(false);
  expect(isAsked({ authorId: null }, clearOut, "boss")).toBe(true);
});

test("answers that differ are told as they are, and not outvoted", () => {
  const said = (...answers: ("stayed" | "back")[]) =>
    verdictOn(answers.map((answer, at) => ({ personId: String(at), answer })));
  expect(said()).toBeNull();
  expect(said("stayed")).toBe("stayed");
  expect(said("back", "back")).toBe("back");
  expect(said("stayed", "stayed", "back")).toBe("both");
});
