import { expect, test } from "vitest";
import { builtInFramework } from "../../built-in.server.ts";
import { readyMade } from "../../roles/ready-made.server.ts";
import { levelledBuiltIn } from "../levelled/levelled-framework.ts";
import { readRoleForm, roleInput, zoneSteps } from "./read-role-form.ts";
import { readyRolesIn } from "./ready-made.ts";

const framework = levelledBuiltIn(builtInFramework(), ["1", "2", "3", "4", "5"]);
const { profiles, ...about } = readyMade();

test("the eight roles that were asked for are there, over the built-in framework as it is", () => {
  expect(about).toEqual({ framework: framework.framework, version: framework.version });
  expect(profiles.map(({ key }) => key)).toEqual([
    ...["chief-executive", "operations-head", "head-of-strategy", "team-leader"],
    ...["project-manager", "department-head", "supervisor", "specialist-who-leads"],
  ]);
});

test.each(profiles)(
  "$key says of every competency how much is needed, and is a role that can be saved",
  (profile) => {
    expect(profile.needs.map(({ competency }) => competency)).toEqual(
      framework.competencies.map(({ id }) => id),
    );
    const stressed = profile.needs.filter(({ importance }) => importance === "essential");
    expect(stressed.length).toBeGreaterThan(0);
    expect(stressed.length).toBeLessThan(5);
    expect(stressed.every(({ weight }) => weight === "essential")).toBe(true);
    expect(Object.keys(profile.zone ?? {})).toEqual(framework.hats.map(({ key }) => key));
    for (const { low, high } of Object.values(profile.zone ?? {}))
      expect(zoneSteps).toEqual(expect.arrayContaining([low, high]));
    const form = roleInput.parse({
      ...{ name: profile.name.en, validFrom: "2026-03-02", titles: profile.titles.en.join("\n") },
      needs: profile.needs.map((need) => ({ ...need, level: String(need.level) })),
    });
    expect(readRoleForm(form, framework).problems).toEqual([]);
  },
);

test("no two ask for the same, and each is told in English and German", () => {
  const asked = profiles.map(({ needs }) => needs.map(({ level }) => level).join());
  expect(new Set(asked).size).toBe(profiles.length);
  const [english, german] = [readyRolesIn(readyMade(), "en"), readyRolesIn(readyMade(), "de")];
  for (const [at, { name, summary }] of english.entries()) {
    expect(german[at]?.name).not.toBe(name);
    expect(german[at]?.summary).not.toBe(summary);
  }
  expect(readyRolesIn(readyMade(), "fr")).toEqual(english);
});
