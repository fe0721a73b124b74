import type { LevelledFramework } from "~/features/frameworks/index.ts";
import type { NeededBy } from "../domain/tables/needed.ts";

/**
 * What each person's work needs of the competencies of a framework. Until roles say it, it is the level that the reader
 * chose for all of them, each counting as much; none where they chose none.
 */
export function neededBy(framework: LevelledFramework, chosen: number): NeededBy {
  const level = Math.min(chosen, framework.levels.length);
  const needed = level >= 1 ? { level, weight: 1 } : null;
  return () => needed;
}
