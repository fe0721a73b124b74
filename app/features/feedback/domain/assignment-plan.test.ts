import { expect, test } from "vitest";
import { recogniseColumns, recogniseRelationship } from "./assignment-columns.ts";
import { assignmentRows, planAssignments } from "./assignment-plan.ts";

const person = (id: string, facts: object = {}) => ({
  id,
  emailKey: `${id}@quay.example`,
  employeeId: `e-${id}`,
  active: true,
  external: false,
  hasAddress: true,
  ...facts,
});
const people = [
  person("ana"),
  person("bo"),
  person("cy"),
  person("gone", { active: false }),
  person("mute", { emailKey: null, hasAddress: false }),
  person("guest", { external: true }),
];
const usual = { kind: "360", addOutsiders: false } as const;

const at = (id: string) => `${id}@quay.example`;
const rows = (...lines: [string, string, string, string?][]) =>
  lines.map(([participant, rater, relationship, name = ""], index) => ({
    row: index + 2,
    participant,
    rater,
    relationship,
    name,
  }));
const reasons = (plan: ReturnType<typeof planAssignments>) =>
  plan.bad.map(({ row, problem, otherRow }) => [row, problem, ...(otherRow ? [otherRow] : [])]);

test("the headers of other 360 tools are recognised in any order and spelling", () => {
  expect(
    recogniseColumns(["FirstName", "LastName", "Evaluator Email", "Subject Email", "Relationship"]),
  ).toEqual({ firstName: 0, lastName: 1, rater: 2, participant: 3, relationship: 4 });
  expect(recogniseColumns(["rater_type", "PARTICIPANT", "Rater"])).toEqual({
    relationship: 0,
    participant: 1,
    rater: 2,
  });
  expect(recogniseColumns(["Subject Email", "Email", "Evaluator Email"])).toMatchObject({
    rater: 2,
  });
  expect(recogniseColumns(["Shoe size", "Colour"])).toEqual({});
});

test.each([
  ["Direct Report", "direct_report"],
  ["subordinates", "direct_report"],
  ["Boss", "manager"],
  ["Line-Manager", "manager"],
  ["Supervisor", "manager"],
  ["Colleague", "peer"],
  ["Co-worker", "peer"],
  ["SELF", "self"],
  ["Stakeholder", "other"],
  ["aunt", null],
])("%s means %s", (cell, relationship) => {
  expect(recogniseRelationship(cell)).toBe(relationship);
});

test("rows become raters by participant, each participant's own view among them", () => {
  const plan = planAssignments(
    rows([at("ana"), at("bo"), "Peer"], ["E-ANA", "e-cy", "Boss"], [at("bo"), at("bo"), "Self"]),
    people,
    usual,
  );
  expect(plan.bad).toEqual([]);
  expect(Object.fromEntries(plan.participants)).toEqual({
    ana: [
      { relationship: "self", rater: "ana" },
      { relationship: "peer", rater: "bo" },
      { relationship: "manager", rater: "cy" },
    ],
    bo: [{ relationship: "self", rater: "bo" }],
  });
});

test("each row that can't be used is named with the reason, and the others count", () => {
  const plan = planAssignments(
    rows(
      ["", at("bo"), "Peer"],
      [at("ana"), "", "Peer"],
      [at("ana"), at("bo"), ""],
      [at("who"), at("bo"), "Peer"],
      [at("gone"), at("bo"), "Peer"],
      [at("guest"), at("bo"), "Peer"],
      [at("ana"), at("gone"), "Peer"],
      [at("ana"), "e-mute", "Peer"],
      [at("ana"), "e-nobody", "Peer"],
      [at("ana"), at("who"), "Peer"],
      [at("ana"), at("bo"), "aunt"],
      [at("ana"), at("ana"), "Peer"],
      [at("ana"), at("bo"), "Self"],
      [at("ana"), at("guest"), "Other"],
    ),
    people,
    usual,
  );
  expect(reasons(plan)).toEqual([
    [2, "no-participant"],
    [3, "no-rater"],
    [4, "no-relationship"],
    [5, "unknown-participant"],
    [6, "inactive-participant"],
    [7, "external-participant"],
    [8, "inactive-rater"],
    [9, "no-address"],
    [10, "unknown-rater"],
    [11, "unknown-rater"],
    [12, "unknown-relationship"],
    [13, "not-self"],
    [14, "not-participant"],
  ]);
  expect(plan.bad.filter((each) => each.outsider).map((each) => each.value)).toEqual([at("who")]);
  expect(plan.participants.get("ana")).toContainEqual({ relationship: "outside", rater: "guest" });
});

test("of equal rows the first counts; of rows that contradict each other none does", () => {
  const plan = planAssignments(
    rows(
      [at("ana"), at("bo"), "Peer"],
      ["e-ana", "e-bo", "Colleague"],
      [at("ana"), at("cy"), "Peer"],
      [at("ana"), at("cy"), "Boss"],
    ),
    people,
    usual,
  );
  expect(reasons(plan)).toEqual([
    [3, "duplicate", 2],
    [4, "two-relationships", 5],
    [5, "two-relationships", 4],
  ]);
  expect(plan.participants.get("ana")).toEqual([
    { relationship: "self", rater: "ana" },
    { relationship: "peer", rater: "bo" },
  ]);
});

test("unknown addresses become raters from outside once that is wanted, named by the file or by their address", () => {
  const typed = rows(
    [at("ana"), "Kim@Client.example", "Customer", "Kim Client"],
    [at("bo"), "kim@client.example", "Customer"],
  );
  const without = planAssignments(typed, people, usual);
  expect([without.outsiders, without.bad.length, without.participants.size]).toEqual([1, 2, 0]);
  const plan = planAssignments(typed, people, { ...usual, addOutsiders: true });
  expect(plan.bad).toEqual([]);
  expect(plan.participants.get("ana")).toContainEqual({
    relationship: "outside",
    rater: { address: "kim@client.example", name: "Kim Client" },
  });
  expect(plan.participants.get("bo")).toContainEqual({
    relationship: "outside",
    rater: { address: "kim@client.example", name: "kim" },
  });
});

test("relationships that the kind of cycle does not ask are named", () => {
  const plan = planAssignments(
    rows([at("ana"), at("bo"), "Peer"], [at("ana"), at("cy"), "Direct report"]),
    people,
    { kind: "upward", addOutsiders: false },
  );
  expect(reasons(plan)).toEqual([[2, "not-in-kind"]]);
});

test("cells are read by column, however many a row has", () => {
  const columns = recogniseColumns([
    "FirstName",
    "LastName",
    "Evaluator Email",
    "Subject Email",
    "Relationship",
  ]);
  expect(assignmentRows([{ row: 7, cells: ["Kim", " ", "k@c.example "] }], columns)).toEqual([
    { row: 7, participant: "", rater: "k@c.example", relationship: "", name: "Kim" },
  ]);
});
