import type { OwnFramework } from "../own/own-framework.ts";
import { waysOf } from "./write-table.ts";

export const exportFormats = ["json", "csv", "xlsx", "case"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const losses = [
  "description",
  "source",
  "language",
  "level-descriptions",
  "group-descriptions",
  "empty-groups",
  "group-ids",
  "groups-alike",
  "hats",
  "observers",
  "ids",
  "empty-levels",
] as const;
export type Loss = { what: (typeof losses)[number]; count: number };

/** What of a framework a format has no place for, each with how many there are; empty where all of it comes back. */
export function lossesOf(framework: OwnFramework, format: ExportFormat): Loss[] {
  if (format === "json") return [];
  const { levels, groups, competencies, source } = framework;
  const described = levels.filter(({ description }) => description !== "").length;
  if (format === "case") {
    const withHat = competencies.filter(({ hat }) => hat !== null).length;
    const observed = competencies.flatMap(({ anchors }) =>
      anchors.filter(({ observableBy }) => observableBy.length > 0),
    ).length;
    const ids = [...groups, ...competencies].filter(({ id }) => !isUuid(id)).length;
    return counted({ "level-descriptions": described, hats: withHat, observers: observed, ids });
  }
  const ways = new Set([...waysOf(framework).values()].map((way) => way.join("\n")));
  const used = new Set(competencies.map(({ group }) => group));
  const parents = new Set(groups.map(({ parent }) => parent));
  const empty = groups.filter(({ id }) => !used.has(id) && !parents.has(id)).length;
  return counted({
    description: framework.description === "" ? 0 : 1,
    source: Object.values(source).filter((value) => value !== null).length,
    language: 1,
    "level-descriptions": described,
    "group-descriptions": groups.filter(({ description }) => description !== "").length,
    "empty-groups": empty,
    "group-ids": groups.length,
    "groups-alike": groups.length - ways.size,
    "empty-levels": competencies.length === 0 ? levels.length : 0,
  });
}

function counted(counts: Partial<Record<Loss["what"], number>>): Loss[] {
  return losses.flatMap((what) => {
    const count = counts[what] ?? 0;
    return count > 0 ? [{ what, count }] : [];
  });
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}
