import { expect, test } from "vitest";
import { type Colleague, suggestRaters } from "./suggest-raters.ts";

const person = (
  id: string,
  managerId: string | null,
  extra: Partial<Colleague> = {},
): Colleague => ({
  id,
  managerId,
  department: "Deck",
  jobLevel: "3",
  hasAddress: true,
  ...extra,
});

const boss = person("boss", null, { jobLevel: "5" });
const me = person("me", "boss");
const crew = [
  boss,
  me,
  person("twin", "boss"),
  person("r1", "me", { jobLevel: "1" }),
  person("r2", "me", { jobLevel: "1" }),
  person("across", "elsewhere"),
  person("far", "elsewhere", { department: "Finance" }),
];

test("takes self, manager, teammates, equals in the department and direct reports", () => {
  expect(suggestRaters(me, crew, new Map())).toEqual([
    { personId: "me", relationship: "self" },
    { personId: "boss", relationship: "manager" },
    { personId: "twin", relationship: "peer" },
    { personId: "across", relationship: "peer" },
    { personId: "r1", relationship: "direct_report" },
    { personId: "r2", relationship: "direct_report" },
  ]);
});

test("leaves out people who cannot be reached", () => {
  const unreachable = crew.map((each) =>
    each.id === "r1" ? { ...each, hasAddress: false } : each,
  );
  expect(suggestRaters(me, unreachable, new Map()).map((each) => each.personId)).not.toContain(
    "r1",
  );
});

test("spreads the load: of two possible peers the less asked one is suggested", () => {
  const load = new Map([["twin", 4]]);
  const more = [...crew, person("zoe", "boss")];
  const peers = suggestRaters(me, more, load, { peers: 1, directReports: 5 }).filter(
    (each) => each.relationship === "peer",
  );
  expect(peers).toEqual([{ personId: "zoe", relationship: "peer" }]);
});

test("someone at the top has no manager and still has raters", () => {
  expect(suggestRaters(boss, crew, new Map()).map((each) => each.relationship)).toEqual([
    "self",
    "direct_report",
    "direct_report",
  ]);
});
