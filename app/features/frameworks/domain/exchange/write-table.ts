import type { OwnCompetency, OwnFramework } from "../own/own-framework.ts";
import { type TableColumn, tableColumns } from "./table-columns.ts";

const COLUMNS = Object.keys(tableColumns) as TableColumn[];

/** The titles of our table's columns. */
export const tableHeader: readonly string[] = COLUMNS.map((column) => tableColumns[column][0]);

/**
 * A framework as a table, one row for each competency and level on which something is seen, and one for a competency
 * without. The first competency has a row for every level, so that all their names are there. Several values stand on
 * lines of one cell; a group as the way to it, a line each.
 */
export function toTable(framework: OwnFramework): string[][] {
  const wayTo = waysOf(framework);
  return framework.competencies.flatMap((competency, at) => {
    const about: Partial<Record<TableColumn, string>> = {
      id: competency.id,
      group: competency.group === null ? "" : (wayTo.get(competency.group) ?? []).join("\n"),
      name: competency.name,
      description: competency.description,
      hat: competency.hat ?? "",
      tags: competency.tags.join("\n"),
      otherNames: competency.otherNames.join("\n"),
      sourceUri: competency.sourceUri ?? "",
    };
    return levelsOf(framework, competency, at === 0).map((level) =>
      COLUMNS.map((column) => level[column] ?? about[column] ?? ""),
    );
  });
}

function levelsOf(
  { levels }: OwnFramework,
  { anchors }: OwnCompetency,
  every: boolean,
): Partial<Record<TableColumn, string>>[] {
  const rows = levels.flatMap(({ name }, at) => {
    const anchor = anchors.find(({ level }) => level === at + 1);
    if (!anchor && !every) return [];
    const observableBy = anchor?.observableBy.join("\n") ?? "";
    const text = anchor?.text ?? "";
    return [{ level: String(at + 1), levelName: name, anchor: text, observableBy }];
  });
  return rows.length > 0 ? rows : [{}];
}

/** For every group the names from the top down to it. */
export function waysOf({ groups }: OwnFramework): Map<string, string[]> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const ways = new Map<string, string[]>();
  const wayTo = (id: string): string[] => {
    const known = ways.get(id);
    if (known) return known;
    const group = byId.get(id);
    if (!group) return [];
    const way = [...(group.parent === null ? [] : wayTo(group.parent)), group.name];
    ways.set(id, way);
    return way;
  };
  for (const { id } of groups) wayTo(id);
  return ways;
}
