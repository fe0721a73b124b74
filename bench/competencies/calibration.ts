/**
 * node bench/competencies/calibration.ts: how far levels, chances and cover can be relied on, as the application
 * estimates them, in worlds that are as the model has it and in others. Prints the table of docs/levels-calibrated.md:
 * 96,000 people of 12,000 teams each, the same figures at every run.
 */
import {
  calibrationOf,
  levelWorlds,
} from "../../app/features/competencies/testing/level-worlds.ts";

const three = (value: number) => value.toFixed(3).replace("0.", ".");

for (const [name, world] of Object.entries(levelWorlds)) {
  const { held, told, so, off, nobodyTold, nobodySo } = calibrationOf(world, {
    seeds: 40,
    teams: 300,
  });
  const cells = [held, told, so, off, nobodyTold, nobodySo].map(three);
  console.log(`| ${[name, ...cells].join(" | ")} |`);
}
