import { expect, test } from "vitest";
import { fromStarter } from "./from-starter.ts";
import type { StarterPart } from "./starter.ts";

const part = (key: string, day: number): StarterPart => ({
  ...{ key, title: `Title of ${key}`, competency: key, question: "Why?" },
  ...{ goal: "Goal", measure: "Measure", reason: "Reason" },
  actions: [{ kind: "course", words: `Do ${key}`, evidence: "Seen", day }],
  partner: { kind: "peer", words: `Partner for ${key}`, evidence: "Met", day: 7 },
});
const how = {
  ...{ how: "fix" as const, beginsOn: "2026-12-01", framework: "both-hats" },
  hatOf: (competency: string | null) => (competency === "plans" ? "managing" : null),
};

test("each part becomes an area with its actions, days counted from the beginning", () => {
  const taken = fromStarter(
    { shape: "areas", name: "Six" },
    [part("plans", 30), part("b", 120)],
    how,
  );
  expect(taken.map(({ area }) => [area.title, area.hat, area.dueOn, area.origin])).toEqual([
    ["Title of plans", "managing", "2027-03-01", "starter"],
    ["Title of b", null, "2027-03-31", "starter"],
  ]);
  expect(taken[0]?.actions).toEqual([
    { kind: "course", words: "Do plans", evidence: "Seen", hat: "managing", dueOn: "2026-12-31" },
  ]);
});

test("a timeline becomes one area that goes by the name of the set", () => {
  const taken = fromStarter(
    { shape: "timeline", name: "90 days" },
    [part("a", 30), part("b", 60)],
    how,
  );
  expect(taken).toHaveLength(1);
  expect(taken[0]?.area.title).toBe("90 days");
  expect(taken[0]?.actions.map(({ dueOn }) => dueOn)).toEqual(["2026-12-31", "2027-01-30"]);
});

test("with a partner the one action takes the place of the others; nothing taken is nothing", () => {
  const [taken] = fromStarter({ shape: "areas", name: "Six" }, [part("plans", 30)], {
    ...how,
    how: "partner",
  });
  expect(taken?.actions.map(({ words }) => words)).toEqual(["Partner for plans"]);
  expect(fromStarter({ shape: "areas", name: "Six" }, [], how)).toEqual([]);
});
