import type { Competency, Framework } from "../framework.ts";
import { observers } from "../observers.ts";
import type { OwnFramework } from "./own-framework.ts";

/**
 * A framework of one's own that starts with what a built-in one says: competencies with their hats, and an anchor on
 * each level with who can see something of it. `levelNames` are the names of its levels, lowest first.
 */
export function fromBuiltIn(framework: Framework, levelNames: readonly string[]): OwnFramework {
  return {
    format: "twohats-framework",
    formatVersion: 1,
    name: framework.name,
    description: framework.description,
    language: framework.language,
    source: { uri: null, version: String(framework.version), licence: null },
    levels: levelNames.map((name) => ({ name, description: "" })),
    groups: framework.hats.map(({ key, name, description }) => ({
      id: key,
      parent: null,
      name,
      description,
    })),
    competencies: framework.competencies.map((competency) => ({
      id: competency.key,
      group: competency.hat,
      name: competency.name,
      description: competency.description,
      hat: competency.hat,
      tags: [],
      otherNames: [],
      sourceUri: null,
      anchors: competency.levels.map(({ level, anchor }) => ({
        level,
        text: anchor,
        observableBy: observersOf(competency),
      })),
    })),
  };
}

/** Whoever can see one of its behaviours can see something of each level; nobody where no behaviour says who. */
function observersOf({ behaviours }: Competency): (typeof observers)[number][] {
  const seeing = new Set(behaviours.flatMap(({ observableBy = [] }) => observableBy));
  return observers.filter((who) => seeing.has(who));
}
