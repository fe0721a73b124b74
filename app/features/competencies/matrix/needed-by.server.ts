import type { LevelledFramework } from "~/features/frameworks/index.ts";
import type { NeededBy } from "../domain/tables/needed.ts";

/**
 * What people's work needs of the competencies of a framework, given the level that the reader chose for whatever
 * nothing else says; 0 is none. Until roles say it, that is all there is: for everybody the same, each counting as
 * much.
 */
export async function neededBy(
  framework: LevelledFramework,
): Promise<(chosen: number) => NeededBy> {
  return (chosen) => {
    const level = Math.min(chosen, framework.levels.length);
    const needed = level >= 1 ? { level, weight: 1 } : null;
    return () => needed;
  };
}
