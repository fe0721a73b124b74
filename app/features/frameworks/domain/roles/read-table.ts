import { Columns, oneLine, type TableLine, valuesIn } from "../exchange/cells.ts";
import type { LevelledFramework } from "../levelled/levelled-framework.ts";
import type { RoleForm } from "./read-role-form.ts";
import { type RoleColumn, roleColumns, roleHeader, valueWords } from "./table-columns.ts";

/** What is wrong in a row, by the name of its column; without one, in the row as a whole. */
export type RowProblem = {
  row: number;
  column?: string;
  code: string;
  values?: Record<string, string | number>;
};

/** A version of a role as a table tells it, as if somebody had typed it. `parent` is still the name of one. */
export type TableRole = { row: number; form: RoleForm; rowsOfNeeds: number[] };

export type ReadRoles = {
  roles: TableRole[];
  problems: RowProblem[];
  /** Titles of columns that nobody knows. */
  leftOut: string[];
};

/** Whether a table can be one of roles. */
export function isRoleTable(header: TableLine): boolean {
  const columns = new Columns(header);
  return [roleColumns.role, roleColumns.level].every((names) =>
    names.some((name) => columns.has(name)),
  );
}

const ABOUT = [
  "validFrom",
  "parent",
  "join",
  "titles",
  "levels",
  "departments",
  "people",
  "zone",
] as const;

/**
 * Roles from a table with a row for each role and competency. Rows of the same role and day are one version; what they
 * say of it besides the competency must be the same or left empty. A competency goes by its id, else by its name.
 */
export function readRoleTable(
  [header, ...lines]: readonly TableLine[],
  framework: LevelledFramework,
): ReadRoles {
  if (!header) return { roles: [], problems: [], leftOut: [] };
  const columns = new Columns(header);
  const idOf = competencyFinder(framework);
  const found = new Map<string, TableRole & { said: Said }>();
  const problems: RowProblem[] = [];
  for (const line of lines) {
    const cell = (column: RoleColumn) => columns.cell(line, ...roleColumns[column]);
    const { row } = line;
    const said = Object.fromEntries(ABOUT.map((column) => [column, cell(column)])) as Said;
    const name = oneLine(cell("role"));
    if (name === "") {
      problems.push({ row, column: titleOf("role"), code: "missing" });
      continue;
    }
    const key = JSON.stringify([name.toLowerCase(), said.validFrom]);
    const role = found.get(key) ?? { ...begun(row, name, said), said };
    found.set(key, role);
    const other = ABOUT.find((column) => said[column] !== "" && said[column] !== role.said[column]);
    if (other) problems.push({ row, column: titleOf(other), code: "differs-from-above" });
    else problems.push(...takeNeed(role, row, cell, idOf));
    if (role.row === row) problems.push(...takeZone(role, row, said.zone));
  }
  const roles = [...found.values()].map(({ said: _, ...role }) => role);
  return { roles, problems, leftOut: columns.others(Object.values(roleColumns).flat()) };
}

type Said = Record<(typeof ABOUT)[number], string>;
type Finder = (id: string, name: string) => { id: string } | { code: string };

function begun(row: number, name: string, said: Said): TableRole {
  return {
    ...{ row, rowsOfNeeds: [] },
    form: {
      ...{ name, parent: oneLine(said.parent), validFrom: said.validFrom, needs: [] },
      join: valueIn(said.join) || "all",
      ...{ titles: said.titles, levels: said.levels, departments: said.departments },
      ...{ people: said.people, hasZone: said.zone !== "", zone: {} },
    },
  };
}

function takeNeed(
  role: TableRole,
  row: number,
  cell: (column: RoleColumn) => string,
  idOf: Finder,
): RowProblem[] {
  const [id, name] = [oneLine(cell("competencyId")), oneLine(cell("competency"))];
  const [level, weight, importance] = [cell("level"), cell("weight"), cell("importance")];
  if (id === "" && name === "")
    return level === "" ? [] : [{ row, column: titleOf("competency"), code: "missing" }];
  const competency = idOf(id, name);
  const values = { competency: name || id };
  if ("code" in competency)
    return [{ row, column: titleOf("competency"), code: competency.code, values }];
  if (level === "") return [{ row, column: titleOf("level"), code: "missing" }];
  const read = { level: valueIn(level), weight: valueIn(weight), importance: valueIn(importance) };
  const problems: RowProblem[] = [];
  if (!["", "essential", "useful"].includes(read.weight))
    problems.push({
      row,
      column: titleOf("weight"),
      code: "unknown-word",
      values: { word: weight },
    });
  if (!["", "ordinary", "important", "essential"].includes(read.importance))
    problems.push({
      ...{ row, column: titleOf("importance"), code: "unknown-word", values: { word: importance } },
    });
  role.form.needs.push({ competency: competency.id, ...read });
  role.rowsOfNeeds.push(row);
  return problems;
}

/** Lines such as "managing -0.5 0.5". */
function takeZone({ form }: TableRole, row: number, cell: string): RowProblem[] {
  return valuesIn(cell).flatMap((line): RowProblem[] => {
    const parts = line.replaceAll("−", "-").split(/\s+/u);
    const [hat = "", low = "", high = ""] = parts;
    const numbers = [low, high].map(Number);
    if (parts.length !== 3 || numbers.some((each) => !Number.isFinite(each)))
      return [{ row, column: titleOf("zone"), code: "malformed-zone", values: { line } }];
    form.zone[hat] = { low: String(numbers[0]), high: String(numbers[1]) };
    return [];
  });
}

/** A word for a value as we write it; what is no such word stays, in small letters. */
function valueIn(cell: string): string {
  const word = oneLine(cell).toLowerCase();
  return Object.entries(valueWords).find(([, words]) => words.includes(word))?.[0] ?? word;
}

function competencyFinder({ competencies }: LevelledFramework): Finder {
  const ids = new Set(competencies.map(({ id }) => id));
  const byName = Map.groupBy(competencies, ({ name }) => oneLine(name).toLowerCase());
  return (id, name) => {
    if (id !== "") return ids.has(id) ? { id } : { code: "unknown-competency" };
    const [first, ...others] = byName.get(name.toLowerCase()) ?? [];
    if (!first) return { code: "unknown-competency" };
    return others.length === 0 ? { id: first.id } : { code: "several-competencies" };
  };
}

export function titleOf(column: RoleColumn): string {
  return roleHeader[Object.keys(roleColumns).indexOf(column)] ?? column;
}
