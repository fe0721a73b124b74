import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { calibrationOf, levelWorlds, simulateTeams } from "../testing/level-worlds.ts";

const doc = readFileSync(new URL("../../../../docs/levels-calibrated.md", import.meta.url), "utf8");

/** The figures that the documentation gives for a world. */
function documented(world: string): number[] {
  const line = doc.split("\n").find((each) => each.startsWith(`| ${world} `));
  return (line ?? "").split("|").slice(2, 8).map(Number);
}

/** 9,600 people each: a share is known to half a hundredth, of teams to a hundredth. */
const measured = new Map(
  Object.entries(levelWorlds).map(([name, world]) => [
    name,
    calibrationOf(world, { seeds: 8, teams: 150 }),
  ]),
);
const of = (world: string) => {
  const found = measured.get(world);
  if (!found) throw new Error(`no world ${world}`);
  return found;
};

test.each(Object.keys(levelWorlds))("%s: the figures are those of the documentation", (world) => {
  const { held, told, so, off, nobodyTold, nobodySo } = of(world);
  const said = documented(world);
  expect(said).toHaveLength(6);
  for (const [at, value] of [held, told, so, off, nobodyTold, nobodySo].entries())
    expect(Math.abs(value - said[at]!), `${world}, ${at}: ${value}`).toBeLessThanOrEqual(0.021);
});

test("where the world is as assumed, ranges hold at their rate, and chances and cover are calibrated", () => {
  for (const world of ["as the model has it", "whole levels, as on a form"]) {
    const { held, told, so, off, nobodyTold, nobodySo } = of(world);
    expect(Math.abs(held - 0.8)).toBeLessThan(0.02);
    expect(Math.abs(told - so)).toBeLessThan(0.015);
    expect(off).toBeLessThan(0.025);
    expect(Math.abs(nobodyTold - nobodySo)).toBeLessThan(0.02);
  }
});

// Pages say less because of it; whoever mends it mends what they say.
test("kind managers are told as skill, and cover with them", () => {
  const kind = of("managers lenient on the whole");
  expect(kind.told - kind.so).toBeGreaterThan(0.05);
  expect(kind.nobodyTold).toBeLessThan(kind.nobodySo);
  const strict = of("managers strict on the whole");
  expect(strict.so - strict.told).toBeGreaterThan(0.04);
  expect(strict.nobodyTold).toBeGreaterThan(2 * strict.nobodySo);
});

test("a world is the same for a seed, and another for the next", () => {
  const world = levelWorlds["agreed in a conversation"] ?? {};
  expect(simulateTeams(world, 3, 1)).toEqual(simulateTeams(world, 3, 1));
  expect(simulateTeams(world, 3, 2)).not.toEqual(simulateTeams(world, 3, 1));
});
