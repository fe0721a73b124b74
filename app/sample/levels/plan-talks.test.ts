import { expect, test } from "vitest";
import { framework, organisation, truth } from "../testing/harbourline-sample.ts";
import { levelTruth } from "./level-truth.ts";
import { planCertificates } from "./plan-certificates.ts";
import { planTalks } from "./plan-talks.ts";

const really = (seed: number) => levelTruth(seed, organisation, truth, framework);
const plan = (seed: number) => planTalks(seed, organisation, really(seed), framework, "2026-12-01");

test("the same seed plans the same, another seed other people and levels", () => {
  expect(plan(1)).toEqual(plan(1));
  expect(plan(2)).not.toEqual(plan(1));
  expect(planCertificates(1, organisation)).toEqual(planCertificates(1, organisation));
});

test("nobody is assessed before they were there for half a year, nor by anybody but who leads them", () => {
  const people = new Map(organisation.people.map((each) => [each.employeeId, each]));
  for (const { employeeId, managerId, day } of plan(1)) {
    const person = people.get(employeeId);
    expect(person?.managerEmployeeId).toBe(managerId);
    const months =
      (Date.UTC(2026, 11, 1) + day * 86_400_000 - Date.parse(person!.startDate)) / 2.63e9;
    expect(months).toBeGreaterThan(5.8);
  }
});

test("what is said lies on its scale, and a level is agreed only where both said one", () => {
  for (const { framework: of, rows } of plan(1))
    for (const { self, manager, agreed } of rows) {
      const most = of === "both-hats" ? 5 : 4;
      for (const level of [self, manager, agreed])
        if (level !== null) expect([1, 2, 3, 4, 5].slice(0, most)).toContain(level);
      if (agreed !== null) {
        expect(agreed).toBeGreaterThanOrEqual(Math.min(self ?? 9, manager ?? 9));
        expect(agreed).toBeLessThanOrEqual(Math.max(self ?? 0, manager ?? 0));
      }
    }
});

test("some certificates ran out, some run out in the next 90 days, and most are good for longer", () => {
  const all = planCertificates(1, organisation);
  const out = all.filter(({ until }) => until < 0).length;
  const soon = all.filter(({ until }) => until >= 0 && until <= 90).length;
  expect(all.length).toBeGreaterThan(60);
  expect(out).toBeGreaterThan(3);
  expect(soon).toBeGreaterThan(3);
  expect(out + soon).toBeLessThan(all.length / 2);
  for (const { since, until } of all) expect(since).toBeLessThan(Math.min(0, until));
});
