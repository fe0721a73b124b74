import { assemble } from "./assemble.ts";
import { Columns, oneLine, type TableLine, tidy, valuesIn } from "./cells.ts";
import type {
  CompetencyInput,
  FileProblem,
  GroupInput,
  Placed,
  ReadFramework,
} from "./read-framework.ts";
import { type TableColumn, tableColumns } from "./table-columns.ts";

/** What a table doesn't say of itself. */
export type AboutTable = { name: string; language: string; levelNames: readonly string[] };

const ALL = Object.values(tableColumns).flat();
const NAMES: Partial<Record<string, string>> & { level: string } = {
  level: tableColumns.level[0],
  ...Object.fromEntries(Object.entries(tableColumns).map(([key, [name]]) => [key, name])),
  anchors: tableColumns.anchor[0],
};

/** Whether a table can be one of ours: its competencies have a column. */
export function isOwnTable(header: TableLine): boolean {
  return tableColumns.name.some((name) => new Columns(header).has(name));
}

/**
 * A framework from a table with one row for each competency and level. Rows with the same id are one competency (without
 * ids: with the same name in the same group); what they say of it besides the level must be the same or left empty.
 * Levels that the table doesn't name are called by their number, and where it has none the levels given are taken.
 */
export function readTableFramework(
  [header, ...lines]: readonly TableLine[],
  about: AboutTable,
): ReadFramework {
  if (!header) return { framework: null, problems: [{ field: "", code: "missing" }], notes: [] };
  const columns = new Columns(header);
  const problems: FileProblem[] = [];
  const groups = new Map<string, Placed<GroupInput>>();
  const found = new Map<string, Placed<CompetencyInput> & { said: Said }>();
  const levelNames = new Map<number, string>();

  for (const line of lines) {
    const cell = (column: TableColumn) => columns.cell(line, ...tableColumns[column]);
    const { row } = line;
    const way = valuesIn(cell("group"));
    const group = groupFor(way, row, groups);
    const name = oneLine(cell("name"));
    const id = oneLine(cell("id")) || idOf([...way, name]);
    const said = Object.fromEntries(ABOUT.map((column) => [column, cell(column)])) as Said;
    const known = found.get(id);
    if (!known) {
      const entry = competencyFrom(said, { id, name, group });
      found.set(id, { row, entry, said });
    } else {
      const other = ABOUT.find(
        (column) => said[column] !== "" && said[column] !== known.said[column],
      );
      if (other) {
        problems.push({ row, field: NAMES[other] ?? other, code: "differs-from-above" });
        continue;
      }
    }
    const anchors = found.get(id)?.entry.anchors ?? [];
    problems.push(...takeLevel(line, cell, { anchors, levelNames }));
  }

  const top = Math.max(0, ...levelNames.keys());
  const levels =
    top >= 2
      ? Array.from({ length: top }, (_, at) => ({ name: levelNames.get(at + 1) ?? String(at + 1) }))
      : about.levelNames.map((name) => ({ name }));
  const leftOut = columns.others(ALL);
  return assemble(
    {
      about: { name: about.name, language: about.language, levels },
      groups: [...groups.values()],
      competencies: [...found.values()].map(({ row, entry }) => ({ ...(row && { row }), entry })),
      problems,
      notes: [
        ...leftOut.map((field) => ({ code: "left-out" as const, field, count: lines.length })),
        ...(top < 2
          ? [{ code: "levels-assumed" as const, field: NAMES.level, count: levels.length }]
          : []),
      ],
    },
    NAMES,
  );
}

const ABOUT = ["group", "name", "description", "hat", "tags", "otherNames", "sourceUri"] as const;
type Said = Record<(typeof ABOUT)[number], string>;

function competencyFrom(
  said: Said,
  { id, name, group }: { id: string; name: string; group: string | null },
): CompetencyInput {
  return {
    ...{ id, name, group },
    description: said.description,
    hat: said.hat || null,
    tags: valuesIn(said.tags),
    otherNames: valuesIn(said.otherNames),
    sourceUri: said.sourceUri || null,
    anchors: [],
  };
}

function takeLevel(
  { row }: TableLine,
  cell: (column: TableColumn) => string,
  {
    anchors,
    levelNames,
  }: { anchors: NonNullable<CompetencyInput["anchors"]>; levelNames: Map<number, string> },
): FileProblem[] {
  const text = tidy(cell("anchor"));
  const wanted = cell("level");
  if (wanted === "") return text === "" ? [] : [{ row, field: NAMES.level, code: "missing" }];
  const level = Number(wanted);
  if (!(Number.isInteger(level) && level >= 1 && level <= 10))
    return [{ row, field: NAMES.level, code: "unknown-level", values: { level: wanted } }];
  const name = oneLine(cell("levelName"));
  const isKnown = levelNames.get(level);
  if (name !== "" && isKnown && isKnown !== String(level) && isKnown !== name)
    return [{ row, field: NAMES.levelName ?? "", code: "differs-from-above" }];
  if (name !== "" || !isKnown) levelNames.set(level, name || String(level));
  if (text === "") return [];
  const observableBy = valuesIn(cell("observableBy")).map((who) => who.toLowerCase());
  if (anchors.some((anchor) => anchor.level === level))
    return [{ row, field: NAMES.level, code: "level-twice", values: { level } }];
  anchors.push({ level, text, observableBy: observableBy as never[] });
  return [];
}

/** Makes every group on the way to one, by its name and place. null at the top. */
function groupFor(
  way: readonly string[],
  row: number,
  groups: Map<string, Placed<GroupInput>>,
): string | null {
  let parent: string | null = null;
  way.forEach((name, at) => {
    const id = idOf(way.slice(0, at + 1));
    if (!groups.has(id)) groups.set(id, { row, entry: { id, parent, name } });
    parent = id;
  });
  return parent;
}

/** An id from names, the same for the same names. */
function idOf(names: readonly string[]): string {
  return names.map((name) => oneLine(name).replaceAll("/", "∕")).join("/");
}
