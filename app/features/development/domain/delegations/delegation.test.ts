import { expect, test } from "vitest";
import { delegationInput, isDue, readDelegation } from "./delegation.ts";
import { quarterBalance, quarterFrom } from "./quarter-balance.ts";

const today = "2026-05-20";
const typed = (form: Record<string, string>) =>
  delegationInput.parse({ decision: "Who works when", degree: "recommend", ...form });

test("only the decision and the degree are needed; a day lies ahead, and not years away", () => {
  const around = { today, before: null };
  expect(readDelegation(typed({}), around).problems).toEqual([]);
  expect(readDelegation(typed({ reviewOn: today }), around).problems).toEqual([]);
  expect(readDelegation(typed({ reviewOn: "2026-05-19" }), around).problems).toEqual([
    { field: "reviewOn", code: "past" },
  ]);
  expect(readDelegation(typed({ reviewOn: "2029-01-01" }), around).problems).toEqual([
    { field: "reviewOn", code: "too-far" },
  ]);
});

test("a day that has come may stay, and what others decide names who does", () => {
  const before = { reviewOn: "2026-05-01", isHandedOver: true };
  expect(
    readDelegation(typed({ reviewOn: "2026-05-01", owner: "Night shift" }), { today, before })
      .problems,
  ).toEqual([]);
  expect(readDelegation(typed({ reviewOn: "2026-05-01" }), { today, before }).problems).toEqual([
    { field: "owner", code: "missing" },
  ]);
});

test("it is time to look from the day on, and only at what others decide", () => {
  expect(isDue({ isHandedOver: true, reviewOn: today }, today)).toBe(true);
  expect(isDue({ isHandedOver: true, reviewOn: "2026-05-21" }, today)).toBe(false);
  expect(isDue({ isHandedOver: true, reviewOn: null }, today)).toBe(false);
  expect(isDue({ isHandedOver: false, reviewOn: "2026-01-01" }, today)).toBe(false);
});

test.each([
  ["2026-01-01", "2026-01-01"],
  ["2026-03-31", "2026-01-01"],
  ["2026-04-01", "2026-04-01"],
  ["2026-12-31", "2026-10-01"],
])("%s lies in the quarter from %s", (day, from) => {
  expect(quarterFrom(day)).toBe(from);
});

test("a quarter's balance counts decisions, not presses, and from its first day on", () => {
  const delegations = [
    { id: "a", isHandedOver: true },
    { id: "b", isHandedOver: false },
    { id: "c", isHandedOver: true },
    { id: "d", isHandedOver: false },
  ];
  const step = (
    delegationId: string,
    kind: "handed-over" | "taken-back" | "reviewed",
    takenOn: string,
  ) => ({ delegationId, kind, takenOn });
  const steps = [
    step("a", "handed-over", "2026-04-01"),
    step("a", "taken-back", "2026-04-20"),
    step("a", "handed-over", "2026-05-02"),
    step("b", "handed-over", "2026-02-01"),
    step("b", "taken-back", "2026-05-03"),
    step("c", "handed-over", "2026-03-31"),
    step("c", "reviewed", "2026-05-01"),
  ];
  expect(quarterBalance(delegations, steps, today)).toEqual({
    ...{ from: "2026-04-01", handedOver: 1, takenBack: 2, held: 2, withOthers: 2 },
  });
  expect(quarterBalance([], [], today)).toEqual({
    ...{ from: "2026-04-01", handedOver: 0, takenBack: 0, held: 0, withOthers: 0 },
  });
});
