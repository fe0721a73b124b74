import { expect, test } from "vitest";
import { type AwayBefore, awayTurn } from "./away-turn.ts";

const team = ["a", "b", "c", "d", "e", "f"];
const before = (given: Partial<AwayBefore> = {}): AwayBefore => ({
  ...{ firstDay: "2026-01-05", lastDay: "2026-01-16", askedOn: "2026-01-20", state: "done" },
  ...{ asked: team.length, people: team },
  ...given,
});
const turn = (
  now: readonly string[],
  tests: readonly AwayBefore[],
  away: { firstDay: string; lastDay: string } | null = null,
  today = "2026-06-01",
) => awayTurn(now, tests, { today, minimum: 5, away });

test("the same team may be asked about another absence, and one that changed by one to four not for a year", () => {
  expect(turn(team, [])).toEqual({ kind: "now" });
  expect(turn(team, [before()])).toEqual({ kind: "now" });
  for (const now of [
    [...team, "g"],
    team.slice(1),
    [...team.slice(1), "g"],
    [...team.slice(2), "g", "h"],
  ])
    expect(turn(now, [before()])).toEqual({ kind: "nearly-same", from: "2027-01-20" });
  expect(turn([...team, "g"], [before()], null, "2027-01-19").kind).toBe("nearly-same");
  expect(turn([...team, "g"], [before()], null, "2027-01-20").kind).toBe("now");
  expect(turn([...team, "g", "h", "i", "j", "k"], [before()]).kind).toBe("now");
});

test("every earlier one is held against who would be asked, but for those that were called off", () => {
  const long = before({ asked: 11, people: [...team, "g", "h", "i", "j", "k"] });
  expect(turn(team, [before(), long]).kind).toBe("now");
  expect(turn([...team, "g"], [long, before()]).kind).toBe("nearly-same");
  expect(turn([...team, "g"], [before({ state: "called-off" })]).kind).toBe("now");
});

test("whoever was erased since was asked all the same", () => {
  expect(turn(team.slice(1), [before({ people: team.slice(1) })]).kind).toBe("nearly-same");
});

test("one at a time, and about one absence once", () => {
  expect(turn(team, [before({ state: "collecting" })]).kind).toBe("running");
  expect(turn(team, [before({ state: "closing" })]).kind).toBe("running");
  const same = { firstDay: "2026-01-16", lastDay: "2026-01-20" };
  expect(turn(team, [before()], same).kind).toBe("asked");
  expect(turn(team, [before({ state: "called-off" })], same).kind).toBe("now");
});
