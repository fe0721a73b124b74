import { levelledFramework, levelledFrameworks } from "~/features/frameworks/index.server.ts";
import type { LevelledCompetency, LevelledFramework } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import { type DirectoryPerson, todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type HatTone, hatTone } from "../domain/hat-tone.ts";
import type { LevelsByPerson } from "../domain/table-level.ts";
import { narrowed } from "../domain/tables/matrix-query.ts";
import type { NeededBy } from "../domain/tables/needed.ts";
import { tableLevels } from "../levels/table-levels.server.ts";
import { neededBy } from "../needed/needed-by.server.ts";
import { mayReadSkillsOfOthers } from "../policy.ts";

export type SheetPerson = DirectoryPerson;

export type SheetColumn = Pick<LevelledCompetency, "id" | "name" | "group" | "hat"> & {
  tone: HatTone;
};

/** What every table and figure of many people begins with; only people whose levels the actor may read, one by one. */
export type SkillsSheet = {
  framework: LevelledFramework;
  frameworks: { framework: string; name: string }[];
  columns: readonly SheetColumn[];
  today: string;
  /** Everybody in reach, by name, and of these whoever was asked for. */
  everybody: readonly SheetPerson[];
  people: readonly SheetPerson[];
  levels: LevelsByPerson;
};

/** The same, with what each person needs, which takes a look at all roles. */
export type SheetWithNeeds = SkillsSheet & {
  neededBy: NeededBy;
  /** The same with another level where no role says one. */
  neededWith: (level: number) => NeededBy;
};

type Asked = {
  framework: string;
  search: string;
  department: string;
  team: string;
  level: number;
};

type Read = Pick<Platform, "database" | "clock">;

/**
 * Levels of everybody in an actor's reach, from what was given for staffing, in the newest version of a framework.
 * "nobody" for those who may read nobody's but their own; null when there is no such framework.
 */
export async function skillsSheet(
  platform: Read,
  tx: Tx,
  actor: Actor,
  asked: Asked,
): Promise<SkillsSheet | "nobody" | null> {
  if (!mayReadSkillsOfOthers(actor)) return "nobody";
  const frameworks = await levelledFrameworks(tx, actor);
  const wanted = asked.framework === "" ? frameworks[0]?.framework : asked.framework;
  const framework = wanted === undefined ? null : await levelledFramework(tx, actor, wanted);
  if (!framework) return null;
  const today = await todayWhere(platform, tx, actor);
  const view = { ...framework, levels: framework.levels.length };
  const { people, levels } = await tableLevels(platform, tx, actor, view, today);
  if (people.every(({ id }) => id === actor.personId)) return "nobody";
  return {
    framework,
    frameworks: frameworks.map(({ framework: id, name }) => ({ framework: id, name })),
    columns: framework.competencies.map(({ id, name, group, hat }) => ({
      ...{ id, name, group, hat, tone: hatTone(framework.hats, hat) },
    })),
    today,
    everybody: people,
    people: narrowed(people, asked),
    levels,
  };
}

/** The same with what people need, and where their roles say nothing the level that the reader chose. */
export async function sheetWithNeeds(
  platform: Read,
  tx: Tx,
  actor: Actor,
  asked: Asked,
): Promise<SheetWithNeeds | "nobody" | null> {
  const sheet = await skillsSheet(platform, tx, actor, asked);
  if (sheet === null || sheet === "nobody") return sheet;
  const { framework, everybody, today } = sheet;
  const neededWith = await neededBy(tx, actor, { framework, people: everybody, on: today });
  return { ...sheet, neededBy: neededWith(asked.level), neededWith };
}
