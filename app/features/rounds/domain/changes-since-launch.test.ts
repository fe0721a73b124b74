import { expect, test } from "vitest";
import {
  type AskedThen,
  changesSinceLaunch,
  type LaunchFacts,
  type PersonNow,
} from "./changes-since-launch.ts";

const now = (id: string, change: Partial<PersonNow> = {}): PersonNow => ({
  id,
  name: id,
  here: true,
  leftOn: null,
  leavesOn: null,
  managerId: null,
  department: "Deck",
  jobTitle: null,
  ...change,
});
const people = (...all: PersonNow[]) => new Map(all.map((each) => [each.id, each]));
const asked = (personId: string, change: Partial<AskedThen> = {}): AskedThen => ({
  id: `request of ${personId}`,
  subjectId: "p",
  personId,
  relationship: "peer",
  declined: false,
  counts: true,
  replaces: null,
  ...change,
});
const facts = (change: Partial<LaunchFacts> = {}): LaunchFacts => ({
  closesOn: "2026-03-20",
  paused: false,
  subjects: [
    {
      ...{ id: "p", personId: "lead", managerId: "boss" },
      ...{ department: "Deck", jobTitle: null, minimum: 3 },
    },
  ],
  asked: [
    asked("lead", { relationship: "self" }),
    asked("boss", { relationship: "manager" }),
    ...["ann", "bo", "cy"].map((each) => asked(each)),
  ],
  people: people(
    now("lead", { managerId: "boss" }),
    ...["boss", "ann", "bo", "cy", "dee"].map((each) => now(each)),
  ),
  readdressed: new Map(),
  moves: [],
  ...change,
});
const changed = (...some: PersonNow[]) =>
  new Map([...facts().people, ...some.map((each) => [each.id, each] as const)]);
const found = (change: Partial<LaunchFacts>) => changesSinceLaunch(facts(change));

test("nothing has happened", () => {
  expect(found({})).toEqual([]);
});

test("who left is named with each group they were asked in, and what is left of it", () => {
  const left = now("ann", { here: false, leftOn: "2026-03-05" });
  const [change] = found({ people: changed(left) });
  expect(change).toEqual({
    kind: "rater-left",
    on: "2026-03-05",
    person: "ann",
    places: [
      {
        requestId: "request of ann",
        subjectId: "p",
        subject: "lead",
        relationship: "peer",
        left: { here: 2, needed: 3, enough: false },
        standIn: null,
        free: true,
      },
    ],
  });
});

const placeOf = (change: Partial<LaunchFacts>) => {
  const [first] = found(change);
  if (!first || !("places" in first)) throw new Error("nobody left");
  return first.places[0];
};

test("a stand-in counts, is named and takes the place; a paused round offers none", () => {
  const left = changed(now("ann", { here: false }));
  const standIn = asked("dee", { replaces: "request of ann" });
  expect(placeOf({ people: left, asked: [...facts().asked, standIn] })).toMatchObject({
    left: { here: 3, enough: true },
    standIn: "dee",
    free: false,
  });
  expect(placeOf({ people: left, paused: true })).toMatchObject({ standIn: null, free: false });
});

test("of a group only those are left who count, have not declined and stay until it closes", () => {
  const some = facts().asked.filter(({ personId }) => !["bo", "cy"].includes(personId));
  const left = { people: changed(now("ann", { here: false })) };
  const here = (...others: AskedThen[]) =>
    placeOf({ ...left, asked: [...some, ...others] })?.left?.here;
  expect(here(asked("bo"), asked("cy"))).toBe(2);
  expect(here(asked("bo", { counts: false }), asked("cy"))).toBe(1);
  expect(here(asked("bo", { declined: true }), asked("cy"))).toBe(1);
  const leaving = changed(
    now("ann", { here: false, leftOn: "2026-03-05" }),
    now("bo", { leavesOn: "2026-03-10" }),
  );
  const [bo, ann] = found({ people: leaving });
  expect([bo?.kind, ann?.kind]).toEqual(["rater-leaves", "rater-left"]);
  expect(bo).toMatchObject({ places: [{ left: { here: 1 }, free: false }] });
});

test("a manager is named in the report, so nothing is said of a minimum", () => {
  const left = changed(now("boss", { here: false }));
  expect(placeOf({ people: left })).toMatchObject({
    relationship: "manager",
    left: null,
    free: true,
  });
});

test("leaving after the last day, or having declined before, is nothing", () => {
  expect(found({ people: changed(now("ann", { leavesOn: "2026-03-21" })) })).toEqual([]);
  const declined = facts().asked.map((each) => ({ ...each, declined: each.personId === "ann" }));
  expect(found({ asked: declined, people: changed(now("ann", { here: false })) })).toEqual([]);
});

test("a subject who left is one change, and not another one as their own rater", () => {
  const left = changed(now("lead", { here: false, leftOn: "2026-03-04", department: "Shore" }));
  expect(found({ people: left })).toEqual([
    { kind: "subject-left", on: "2026-03-04", subjectId: "p", subject: "lead" },
  ]);
  const leaves = changed(now("lead", { managerId: "boss", leavesOn: "2026-03-20" }));
  expect(found({ people: leaves })).toMatchObject([{ kind: "subject-leaves" }]);
});

test("another manager, another team, another title", () => {
  const moved = changed(now("lead", { managerId: "dee", department: null, jobTitle: "Mate" }));
  expect(found({ people: moved })).toEqual([
    {
      kind: "new-manager",
      on: null,
      from: "boss",
      to: "dee",
      subjectId: "p",
      subject: "lead",
    },
    {
      kind: "moved",
      on: null,
      fields: [
        { field: "department", from: "Deck", to: null },
        { field: "jobTitle", from: null, to: "Mate" },
      ],
      subjectId: "p",
      subject: "lead",
    },
  ]);
  const nobody = changed(now("lead", { managerId: null }));
  expect(found({ people: nobody })).toMatchObject([{ kind: "new-manager", to: null }]);
});

test("a rater who became the manager stays what they were asked as", () => {
  const promoted = changed(now("lead", { managerId: "ann" }));
  expect(found({ people: promoted })).toEqual([
    {
      kind: "rater-now-manager",
      on: null,
      person: "ann",
      as: "peer",
      subjectId: "p",
      subject: "lead",
    },
  ]);
});

test("who joined a subject's team and is not asked; who was in it and is not any more", () => {
  const move = {
    personId: "dee",
    managerThen: null,
    managerNow: "lead",
    here: true,
    on: "2026-03-06",
  };
  expect(found({ moves: [move] })).toEqual([
    { kind: "joined", on: "2026-03-06", person: "dee", subjectId: "p", subject: "lead" },
  ]);
  for (const nothing of [
    { ...move, here: false },
    { ...move, personId: "ann" },
    { ...move, managerThen: "lead" },
    { ...move, managerNow: "boss" },
  ])
    expect(found({ moves: [nothing] })).toEqual([]);
  const gone = { ...move, personId: "bo", managerThen: "lead", managerNow: "boss" };
  const reports = facts().asked.map((each) => ({
    ...each,
    relationship: "direct_report" as const,
  }));
  expect(found({ moves: [gone], asked: reports })).toMatchObject([
    { kind: "no-report-now", person: "bo", on: "2026-03-06" },
  ]);
  expect(found({ moves: [gone] })).toEqual([]);
});

test("another address is told with the groups in which it does not count; the newest change comes first", () => {
  const changes = found({
    readdressed: new Map([["ann", "2026-03-09"]]),
    people: changed(now("bo", { here: false, leftOn: "2026-03-12" }), now("cy", { here: false })),
  });
  expect(changes.map((each) => [each.kind, each.on])).toEqual([
    ["rater-left", "2026-03-12"],
    ["readdressed", "2026-03-09"],
    ["rater-left", null],
  ]);
});
