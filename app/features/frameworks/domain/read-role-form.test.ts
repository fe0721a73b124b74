import { expect, test } from "vitest";
import { type RoleForm, readRoleForm } from "./read-role-form.ts";

const framework = {
  hats: [{ key: "managing" }, { key: "leading" }],
  competencies: [
    { key: "plan", hat: "managing" },
    { key: "vision", hat: "leading" },
    { key: "range", hat: null },
  ],
} as Parameters<typeof readRoleForm>[1];

const form = (changed: Partial<RoleForm> = {}): RoleForm => ({
  name: " Team lead ",
  titles: "Team lead\n\n team  LEAD \r\nSupervisor",
  importance: { plan: "essential", vision: "", range: "essential", made: "essential" },
  hasZone: true,
  zone: { managing: { low: "-0.5", high: "0.5" }, leading: { low: "0", high: "1" } },
  ...changed,
});

test("a profile is read as typed, titles once, unknown competencies and hats left out", () => {
  expect(readRoleForm(form(), framework)).toEqual({
    profile: {
      name: "Team lead",
      titles: ["Team lead", "Supervisor"],
      importance: { plan: "essential" },
      zone: { managing: { low: -0.5, high: 0.5 }, leading: { low: 0, high: 1 } },
    },
    problems: [],
  });
  expect(readRoleForm(form({ hasZone: false }), framework).profile?.zone).toBeNull();
});

test("every problem is named with its field", () => {
  const { problems } = readRoleForm(
    form({
      name: "",
      titles: `${"x".repeat(121)}\n—`,
      zone: { managing: { low: "0.5", high: "0.5" }, leading: { low: "0.25", high: "1" } },
    }),
    framework,
  );
  expect(problems).toEqual([
    { field: "name", code: "missing" },
    { field: "titles", code: "too-long", values: { title: "x".repeat(121) } },
    { field: "titles", code: "no-words", values: { title: "—" } },
    { field: "zone.managing.low", code: "range", values: { hat: "managing" } },
    { field: "zone.leading.low", code: "range", values: { hat: "leading" } },
  ]);
  expect(readRoleForm(form({ name: "n".repeat(81), titles: " " }), framework).problems).toEqual([
    { field: "name", code: "too-long" },
    { field: "titles", code: "missing" },
  ]);
  const many = Array.from({ length: 201 }, (_, i) => `Role ${i}`).join("\n");
  expect(readRoleForm(form({ titles: many }), framework).problems).toEqual([
    { field: "titles", code: "too-many" },
  ]);
});

test("marking everything alike is refused: it would mark nothing", () => {
  const all = { plan: "essential", vision: "essential" };
  expect(readRoleForm(form({ importance: all }), framework).problems).toEqual([
    { field: "importance", code: "all-alike" },
  ]);
  const both = { plan: "essential", vision: "important" };
  expect(readRoleForm(form({ importance: both }), framework).problems).toEqual([]);
});
