import { expect, test } from "vitest";
import { generateOrganisation, type SamplePerson, sampleSeed } from "./organisation.ts";
import { departments, levels } from "./structure.ts";

const { people } = generateOrganisation(sampleSeed);
const byId = new Map(people.map((person) => [person.employeeId, person]));

function distinct(pick: (person: SamplePerson) => unknown): Set<unknown> {
  return new Set(people.map(pick));
}

test("the same seed makes the same people and another seed others", () => {
  expect(generateOrganisation(sampleSeed)).toEqual(generateOrganisation(sampleSeed));
  expect(generateOrganisation(1).people).not.toEqual(people);
});

test("240 people work in 6 departments, on 5 levels, in 3 countries", () => {
  expect(people).toHaveLength(240);
  expect(distinct((person) => person.department)).toEqual(new Set(departments));
  expect(distinct((person) => person.level)).toEqual(new Set(levels));
  expect(distinct((person) => person.country)).toEqual(new Set(["Norway", "Ireland", "Portugal"]));
});

test("one person has no manager and everyone else reaches them without a loop", () => {
  const tops = people.filter((person) => person.managerEmployeeId === null);
  expect(tops.map((person) => person.jobTitle)).toEqual(["Chief executive"]);
  for (const person of people) {
    const seen = new Set<string>();
    let current: SamplePerson | undefined = person;
    while (current?.managerEmployeeId) {
      expect(seen.has(current.employeeId)).toBe(false);
      seen.add(current.employeeId);
      current = byId.get(current.managerEmployeeId);
    }
    expect(current).toBe(tops[0]);
  }
});

test("a manager stands above the people who report to them", () => {
  for (const person of people) {
    const manager = person.managerEmployeeId && byId.get(person.managerEmployeeId);
    if (!manager) continue;
    expect(levels.indexOf(manager.level)).toBeLessThanOrEqual(levels.indexOf(person.level));
    expect(people.indexOf(manager)).toBeLessThan(people.indexOf(person));
  }
});

test("spans are mostly 3 to 10, a few are 2 and one is 14", () => {
  const spans = new Map<string, number>();
  for (const { managerEmployeeId } of people) {
    if (managerEmployeeId) spans.set(managerEmployeeId, (spans.get(managerEmployeeId) ?? 0) + 1);
  }
  const sizes = [...spans.values()];
  expect(sizes).toHaveLength(59);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
  expect(sizes.filter((size) => size > 10)).toEqual([14]);
  const pairs = sizes.filter((size) => size === 2).length;
  expect(pairs).toBeGreaterThanOrEqual(2);
  expect(pairs).toBeLessThanOrEqual(6);
});

test("employee ids and e-mails are unique and well formed, and ids follow the start dates", () => {
  expect(distinct((person) => person.employeeId).size).toBe(240);
  expect(distinct((person) => person.email).size).toBe(240);
  for (const person of people) {
    expect(person.employeeId).toMatch(/^HL-\d{4}$/);
    expect(person.email).toMatch(/^[a-z]+\.[a-z]+@harbourline\.example$/);
    expect(person.startDate).toMatch(/^(19|20)\d\d-[01]\d-(01|15)$/);
  }
  const joined = [...people].sort((a, b) => a.employeeId.localeCompare(b.employeeId));
  const dates = joined.map((person) => person.startDate);
  expect(dates).toEqual([...dates].sort());
});

test("names are long and short, with diacritics and in other scripts", () => {
  const names = people.map((person) => `${person.givenName} ${person.familyName}`);
  expect(names.filter((name) => /[À-ɏ]/.test(name)).length).toBeGreaterThan(60);
  const others = names.filter((name) => /[\u0370-\u04ff\u0600-\u06ff\u4e00-\u9fff]/.test(name));
  expect(others.length).toBeGreaterThanOrEqual(4);
  expect(others.length).toBeLessThan(24);
  expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(25);
  expect(people.filter((person) => person.preferredName !== null).length).toBeGreaterThan(5);
});

test("time zones are real and fit the country", () => {
  for (const person of people) {
    expect(() => new Intl.DateTimeFormat("en", { timeZone: person.timezone })).not.toThrow();
  }
  expect(people.find((person) => person.location === "Funchal")?.timezone).toBe("Atlantic/Madeira");
});
