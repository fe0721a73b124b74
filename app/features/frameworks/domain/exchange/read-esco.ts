import { assemble } from "./assemble.ts";
import { Columns, oneLine, type TableLine, valuesIn } from "./cells.ts";
import type { FileNote, GroupInput, Placed, ReadFramework } from "./read-framework.ts";
import type { AboutTable } from "./read-table.ts";

/** Where ESCO says that its skills come from. */
export const ESCO = "http://data.europa.eu/esco/skill";

const NAMES = {
  id: "conceptUri",
  name: "preferredLabel",
  otherNames: "altLabels",
  group: "broaderUri",
};
const KNOWN = [
  ...["conceptType", "conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels"],
  ...["description", "broaderType", "broaderUri"],
];

/** Whether a table is of ESCO's skills, as the Commission publishes them. */
export function isEscoTable(header: TableLine): boolean {
  return new Columns(header).has("conceptUri", "preferredLabel");
}

/**
 * ESCO's skills from its CSV, with the pillar's broader relations where there are any. Skills stand in the first of
 * their groups; the labels of all other concepts above them become tags, and so do the kind and the reach of a skill.
 * Labels repeat in ESCO; what makes a skill one is its URI.
 */
export function readEsco(
  [header, ...lines]: readonly TableLine[],
  broader: readonly TableLine[],
  about: AboutTable,
): ReadFramework {
  if (!header) return { framework: null, problems: [{ field: "", code: "missing" }], notes: [] };
  const columns = new Columns(header);
  const kindOf = (line: TableLine) => columns.cell(line, "conceptType");
  const uriOf = (line: TableLine) => columns.cell(line, "conceptUri");
  const labels = new Map(lines.map((line) => [uriOf(line), columns.cell(line, "preferredLabel")]));
  const isGroup = (line: TableLine) => kindOf(line) === "SkillGroup";
  const groupUris = new Set(lines.filter(isGroup).map(uriOf));
  const above = aboveEach(broader);
  const notes: FileNote[] = [];
  const inSeveral = new Set<string>();

  const groups: Placed<GroupInput>[] = lines.filter(isGroup).map((line) => {
    const id = uriOf(line);
    const parents = (above.get(id) ?? []).filter((uri) => groupUris.has(uri));
    if (parents.length > 1) inSeveral.add(id);
    const name = oneLine(columns.cell(line, "preferredLabel"));
    const description = columns.cell(line, "description");
    return { row: line.row, entry: { id, parent: parents[0] ?? null, name, description } };
  });
  const competencies = lines
    .filter((line) => !isGroup(line))
    .map((line) => {
      const id = uriOf(line);
      const all = above.get(id) ?? [];
      const group = all.find((uri) => groupUris.has(uri)) ?? null;
      const further = all.filter((uri) => uri !== group);
      if (further.some((uri) => groupUris.has(uri))) inSeveral.add(id);
      const tags = [
        columns.cell(line, "skillType"),
        columns.cell(line, "reuseLevel"),
        ...further.map((uri) => labels.get(uri) || uri),
      ].filter((tag) => tag !== "");
      const entry = {
        ...{ id, group },
        name: oneLine(columns.cell(line, "preferredLabel")),
        description: columns.cell(line, "description"),
        tags: [...new Set(tags)],
        otherNames: valuesIn(columns.cell(line, "altLabels")),
        sourceUri: id || null,
      };
      return { row: line.row, entry };
    });
  if (inSeveral.size > 0)
    notes.push({ code: "several-groups", field: NAMES.group, count: inSeveral.size });
  const unknown = [...above.values()].flat().filter((uri) => !labels.has(uri)).length;
  if (unknown > 0) notes.push({ code: "without-place", field: NAMES.group, count: unknown });
  for (const field of columns.others(KNOWN))
    notes.push({ code: "left-out", field, count: lines.length });
  notes.push({ code: "levels-assumed", field: "", count: about.levelNames.length });
  return assemble(
    {
      about: {
        name: about.name,
        language: about.language,
        source: { uri: ESCO },
        levels: about.levelNames.map((name) => ({ name })),
      },
      ...{ groups, competencies, notes },
    },
    NAMES,
  );
}

/** For each concept those above it, in the order of the file. */
function aboveEach([header, ...lines]: readonly TableLine[]): Map<string, string[]> {
  const above = new Map<string, string[]>();
  if (!header) return above;
  const columns = new Columns(header);
  for (const line of lines) {
    const uri = columns.cell(line, "conceptUri");
    const list = above.get(uri) ?? [];
    list.push(columns.cell(line, "broaderUri"));
    above.set(uri, list);
  }
  return above;
}
