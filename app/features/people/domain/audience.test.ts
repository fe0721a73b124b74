import { expect, test } from "vitest";
import { audienceAfter, audiencePage } from "./audience.ts";
import { everyone } from "./find-people.ts";

const person = (id: string, managerId: string | null = null, department = "Deck") => ({
  ...{ id, name: id, managerId, department, email: null, jobTitle: null, jobLevel: null },
});
const people = [
  person("top"),
  person("middle", "top"),
  person("low", "middle"),
  person("beside", "top", "Engine"),
];
const after = (chosen: string[], change: Partial<Parameters<typeof audienceAfter>[1]>) => [
  ...audienceAfter(new Set(chosen), { shown: [], ticked: [], ...change }, people),
];

test("boxes on the screen decide; whoever was not shown stays as they are", () => {
  expect(after(["top", "low"], { shown: ["top", "middle"], ticked: ["middle"] })).toEqual([
    "low",
    "middle",
  ]);
});

test("everyone below a manager can be added or left out at once, and nobody else", () => {
  const below = { ...everyone, below: "top" };
  expect(after(["top"], { all: { change: "add", filter: below } })).toEqual([
    "top",
    "middle",
    "low",
    "beside",
  ]);
  const all = { change: "remove" as const, filter: { ...everyone, below: "middle" } };
  expect(after(["top", "low"], { all })).toEqual(["top"]);
});

test("ticks on the screen count before everyone found is left out", () => {
  const all = { change: "remove" as const, filter: { ...everyone, department: "Engine" } };
  expect(after([], { shown: ["low", "beside"], ticked: ["low", "beside"], all })).toEqual(["low"]);
});

test("nobody who can't be chosen is added; whoever was and can't be any more stays", () => {
  expect(after([], { shown: ["ghost"], ticked: ["ghost"] })).toEqual([]);
  expect(after(["left"], { shown: ["low"], ticked: ["low"] })).toEqual(["left", "low"]);
});

test("a page knows how many match, who is chosen, and how many are below each manager", () => {
  const view = { filter: { ...everyone, below: "top", department: "Deck" }, page: 9 };
  const page = audiencePage(people, new Set(["low"]), view);
  expect(page.people.map(({ id, chosen }) => [id, chosen])).toEqual([
    ["middle", false],
    ["low", true],
  ]);
  expect(page).toMatchObject({ matching: 2, all: 4, chosen: 1, page: 1, pages: 1 });
  expect(page.managers).toEqual([
    { id: "top", name: "top", below: 3 },
    { id: "middle", name: "middle", below: 1 },
  ]);
  expect(page.departments).toEqual(["Deck", "Engine"]);
});
