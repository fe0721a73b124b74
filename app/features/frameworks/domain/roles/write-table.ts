import type { LevelledFramework } from "../levelled/levelled-framework.ts";
import type { RoleVersion } from "./role.ts";
import { type RoleColumn, roleColumns } from "./table-columns.ts";

export type RoleToWrite = {
  name: string;
  version: RoleVersion;
  parent: string | null;
  /** Each by words that mean them alone. */
  people: readonly string[];
  /** Of the version's own framework version. */
  framework: LevelledFramework | null;
};

const COLUMNS = Object.keys(roleColumns) as RoleColumn[];

/** Roles as a table, what each says itself; what it inherits stands with its parent. */
export function toRoleTable(roles: readonly RoleToWrite[]): string[][] {
  return roles.flatMap((role) => {
    const about = aboutRole(role);
    const names = new Map(role.framework?.competencies.map(({ id, name }) => [id, name]));
    const called = (id: string) => ({ competencyId: id, competency: names.get(id) ?? "" });
    const rows: Partial<Record<RoleColumn, string>>[] = [
      ...role.version.needs.map(({ competency, level, weight, importance }) => ({
        ...called(competency),
        ...{ level: level === null ? "open" : String(level), weight, importance },
      })),
      ...role.version.dropped.map((id) => ({ ...called(id), level: "none" })),
    ];
    return (rows.length > 0 ? rows : [{}]).map((row) =>
      COLUMNS.map((column) => row[column] ?? about[column] ?? ""),
    );
  });
}

function aboutRole({
  name,
  version,
  parent,
  people,
  framework,
}: RoleToWrite): Partial<Record<RoleColumn, string>> {
  const { match, zone, validFrom } = version;
  return {
    ...{ role: name, validFrom, parent: parent ?? "", join: match.join },
    titles: match.titles.join("\n"),
    levels: match.levels.join("\n"),
    departments: match.departments.join("\n"),
    people: people.join("\n"),
    zone: (framework?.hats ?? [])
      .flatMap(({ key }) => {
        const ends = zone?.[key];
        return ends ? [`${key} ${ends.low} ${ends.high}`] : [];
      })
      .join("\n"),
  };
}
