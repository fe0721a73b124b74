import { expect, test } from "vitest";
import type { LevelledFramework } from "../levelled/levelled-framework.ts";
import { type RoleForm, readRoleForm, roleInput } from "./read-role-form.ts";

const competency = (id: string, hat: string | null) => ({
  ...{ id, name: id.toUpperCase(), description: "", hat, group: hat, anchors: [null, null, null] },
});
const framework: LevelledFramework = {
  ...{ framework: "f", version: 1, name: "F" },
  levels: ["Low", "Middle", "High"].map((name) => ({ name, description: "" })),
  hats: [
    { key: "managing", name: "Managing" },
    { key: "leading", name: "Leading" },
  ],
  competencies: [
    ...[competency("plan", "managing"), competency("vision", "leading"), competency("range", null)],
  ],
};

const need = (id: string, level: string, weight = "useful", importance = "ordinary") => ({
  ...{ competency: id, level, weight, importance },
});
const form = (changed: Partial<RoleForm> = {}): RoleForm => ({
  ...roleInput.parse({}),
  ...{ name: " Team  lead ", validFrom: "2026-03-02" },
  ...changed,
});
const problemsOf = (changed: Partial<RoleForm>) => readRoleForm(form(changed), framework).problems;

test("a role is read as typed: lines once, what says nothing left out, a level left open or dropped", () => {
  const needs = [
    need("plan", "2"),
    need("vision", "open", "essential", "important"),
    need("range", ""),
  ];
  const titles = "Team lead\n\n team  LEAD \r\nSupervisor";
  const typed = form({
    needs,
    titles,
    levels: "M 1\nm  1",
    people: "Ana (ana@x.org)",
    join: "any",
  });
  expect(readRoleForm(typed, framework).role).toEqual({
    ...{ name: "Team lead", validFrom: "2026-03-02", people: ["Ana (ana@x.org)"] },
    definition: {
      needs: [
        { competency: "plan", level: 2, weight: "useful", importance: "ordinary" },
        { competency: "vision", level: null, weight: "essential", importance: "important" },
      ],
      dropped: [],
      match: { join: "any", titles: ["Team lead", "Supervisor"], levels: ["M 1"], departments: [] },
      zone: null,
    },
  });
  const none = { needs: [need("range", "none")] };
  expect(readRoleForm(form(none), framework).role?.definition.dropped).toEqual([]);
  const heir = form({ ...none, parent: "p" });
  expect(readRoleForm(heir, framework).role?.definition.dropped).toEqual(["range"]);
});

type Case = [Partial<RoleForm>, object];
const wrong: Case[] = [
  [{ name: "" }, { field: "name", code: "missing" }],
  [{ name: "n".repeat(81) }, { field: "name", code: "too-long", values: { most: 80 } }],
  [{ validFrom: "" }, { field: "validFrom", code: "missing" }],
  [{ validFrom: "2026-02-30" }, { field: "validFrom", code: "malformed" }],
  [{ titles: "—" }, { field: "titles", code: "no-words", values: { line: "—" } }],
  [
    { departments: "x".repeat(121) },
    { field: "departments", code: "line-too-long", values: { line: "x".repeat(121), most: 120 } },
  ],
  [
    { levels: Array.from({ length: 201 }, (_, at) => `L${at}`).join("\n") },
    { field: "levels", code: "too-many", values: { most: 200 } },
  ],
  ...["0", "4", "2.5", "-1", "much"].map(
    (level): Case => [
      { needs: [need("plan", level)] },
      {
        ...{ field: "needs[0].level", code: "outside-scale" },
        values: { competency: "PLAN", level, most: 3 },
      },
    ],
  ),
  [
    { needs: [need("plan", ""), need("made-up", "1")] },
    { field: "needs[1].level", code: "unknown-competency", values: { competency: "made-up" } },
  ],
  [
    { needs: [need("plan", "1"), need("plan", "2")] },
    { field: "needs[1].level", code: "twice", values: { competency: "PLAN" } },
  ],
  [
    { needs: ["plan", "vision"].map((id) => need(id, "1", "useful", "important")) },
    { field: "needs", code: "all-alike" },
  ],
];

test.each(wrong)("%o is told at its field", (changed, problem) => {
  expect(problemsOf(changed)).toEqual([problem]);
});

test("a zone goes from less to more, in steps, for every hat", () => {
  const right = { managing: { low: "-0.5", high: "0.5" }, leading: { low: "0", high: "1" } };
  expect(
    readRoleForm(form({ hasZone: true, zone: right }), framework).role?.definition.zone,
  ).toEqual({
    ...{ managing: { low: -0.5, high: 0.5 }, leading: { low: 0, high: 1 } },
  });
  const backwards = { managing: { low: "0.5", high: "0.5" }, leading: { low: "0.25", high: "1" } };
  expect(problemsOf({ hasZone: true, zone: backwards })).toEqual([
    { field: "zone.managing.low", code: "range", values: { hat: "Managing" } },
    { field: "zone.leading.low", code: "range", values: { hat: "Leading" } },
  ]);
  expect(problemsOf({ hasZone: false, zone: backwards })).toEqual([]);
});
