import { expect, test } from "vitest";
import {
  countsBelow,
  everyone,
  everyoneBelow,
  filterParameters,
  findPeople,
  mentions,
  readFilter,
} from "./find-people.ts";

function person(id: string, more: Partial<Parameters<typeof findPeople>[0][number]> = {}) {
  const nothing = {
    email: null,
    jobTitle: null,
    department: null,
    jobLevel: null,
    managerId: null,
  };
  return { id, name: id, ...nothing, ...more };
}

const people = [
  person("Åsa Nørgård", { department: "Deck", jobLevel: "3" }),
  person("Ben", { department: "Deck", managerId: "Åsa Nørgård" }),
  person("Chi", { department: "Engine", jobLevel: "3" }),
];

test("a filter narrows by department, level, and whether anyone reports to someone", () => {
  const ids = (filter: Partial<typeof everyone>) =>
    findPeople(people, { ...everyone, ...filter }, new Set(["Chi"])).map(({ id }) => id);
  expect(ids({})).toHaveLength(3);
  expect(ids({ department: "Deck" })).toEqual(["Åsa Nørgård", "Ben"]);
  expect(ids({ department: "Deck", level: "3" })).toEqual(["Åsa Nørgård"]);
  expect(ids({ managersOnly: true })).toEqual(["Åsa Nørgård"]);
  expect(ids({ chosenOnly: true })).toEqual(["Chi"]);
});

test("a search finds beginnings of words, whatever their case and accents", () => {
  const asa = { name: "Åsa Nørgård", jobTitle: "First officer", email: "asa.n@example.org" };
  for (const found of ["asa", "ÅSA", "off asa", "norgard", "first", "asa.n@ex", ""]) {
    expect(mentions(asa, found), found).toBe(true);
  }
  for (const missed of ["fficer", "asa ben"]) expect(mentions(asa, missed), missed).toBe(false);
});

test("below a manager is whoever reports to them through any number of others, and not they themselves", () => {
  const line = [
    person("top"),
    person("middle", { managerId: "top" }),
    person("low", { managerId: "middle" }),
    person("beside", { managerId: "top" }),
    person("elsewhere"),
  ];
  const ids = (below: string) =>
    findPeople(line, { ...everyone, below }, new Set()).map(({ id }) => id);
  expect(ids("top")).toEqual(["middle", "low", "beside"]);
  expect(ids("middle")).toEqual(["low"]);
  expect(ids("low")).toEqual([]);
  expect(ids("nobody here")).toEqual([]);
  const circle = [person("a", { managerId: "b" }), person("b", { managerId: "a" })];
  expect([...everyoneBelow(circle, "a")]).toEqual(["b"]);
  for (const [id, count] of countsBelow([...line, ...circle]))
    expect(count, id).toBe(everyoneBelow([...line, ...circle], id).size);
  expect(countsBelow(line).has("low")).toBe(false);
});

test("a filter survives the way through an address", () => {
  const filter = { ...everyone, search: "ada", below: "boss", managersOnly: true };
  expect(readFilter(new URLSearchParams(filterParameters(filter)))).toEqual(filter);
  expect(filterParameters(everyone)).toEqual({});
});
