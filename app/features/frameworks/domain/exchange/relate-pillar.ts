import { checkOwnFramework } from "../own/check-own-framework.ts";
import type { OwnCompetency, OwnFramework, OwnGroup } from "../own/own-framework.ts";
import type { Columns, TableLine } from "./cells.ts";
import type { FileNote, FileProblem, InPillar } from "./read-framework.ts";

const KNOWN = [
  ...["conceptType", "conceptUri", "conceptLabel"],
  ...["broaderType", "broaderUri", "broaderLabel"],
];
const MOST_TAGS = 100;

/**
 * The framework with its skills and groups where ESCO's relations put them: in the first group that the file names. The
 * names of whatever else is broader become tags of a skill.
 */
export function relate(
  framework: OwnFramework,
  columns: Columns,
  lines: readonly TableLine[],
): InPillar {
  const problems: FileProblem[] = [];
  const skills = new Map<string, OwnCompetency>();
  for (const each of framework.competencies) {
    if (each.sourceUri) skills.set(each.sourceUri, each);
    skills.set(each.id, each);
  }
  const groups = new Map(framework.groups.map((group) => [group.id, group]));
  const said = new Set<string>();
  const found = { skills: new Map<OwnCompetency, Place>(), groups: new Map<OwnGroup, Place>() };

  for (const line of lines) {
    const { row } = line;
    const [concept, broader] = ["conceptUri", "broaderUri"].map((name) => columns.cell(line, name));
    if (!concept || !broader) {
      const field = concept ? "broaderUri" : "conceptUri";
      problems.push({ row, field, code: "missing" });
      continue;
    }
    const [skill, group] = [skills.get(concept), groups.get(concept)];
    const above = groups.get(broader) ?? (skill && skills.get(broader));
    const unknown = !skill && !group ? "conceptUri" : above ? null : "broaderUri";
    if (said.has(`${concept}\n${broader}`))
      problems.push({ row, field: "conceptUri", code: "duplicate-id", values: { id: concept } });
    else if (unknown) {
      const id = unknown === "conceptUri" ? concept : broader;
      problems.push({ row, field: unknown, code: "not-in-draft", values: { id } });
    } else if (above) {
      said.add(`${concept}\n${broader}`);
      if (skill) take(found.skills, skill, row, above, groups.has(above.id));
      else if (group) take(found.groups, group, row, above, true);
    }
  }
  return putTogether(framework, found, { problems, taken: said.size, lines, columns });
}

/** Where one thing stands: in the group first named, with the names of all else above it. */
type Place = { row: number; group: string | null; further: string[]; inSeveral: boolean };

function take<Thing>(
  places: Map<Thing, Place>,
  thing: Thing,
  row: number,
  above: { id: string; name: string },
  isGroup: boolean,
): void {
  const known = places.get(thing) ?? { row, group: null, further: [], inSeveral: false };
  if (isGroup && known.group === null) places.set(thing, { ...known, row, group: above.id });
  else {
    known.further.push(above.name);
    places.set(thing, { ...known, inSeveral: known.inSeveral || isGroup });
  }
}

function putTogether(
  framework: OwnFramework,
  found: { skills: Map<OwnCompetency, Place>; groups: Map<OwnGroup, Place> },
  {
    problems,
    taken,
    lines,
    columns,
  }: { problems: FileProblem[]; taken: number; lines: readonly TableLine[]; columns: Columns },
): InPillar {
  const competencies = framework.competencies.map((skill) => {
    const place = found.skills.get(skill);
    if (!place) return skill;
    const tags = [...new Set([...skill.tags, ...place.further])];
    if (tags.length > MOST_TAGS) {
      const values = { most: MOST_TAGS };
      problems.push({ row: place.row, field: "broaderUri", code: "too-many", values });
      return { ...skill, group: place.group ?? skill.group };
    }
    return { ...skill, group: place.group ?? skill.group, tags };
  });
  const { groups, stay } = withoutCircles(framework, found.groups, problems);
  const places = [...found.skills.values(), ...found.groups.values()];
  const several = places.filter(({ inSeveral }) => inSeveral).length;
  const atTop = competencies.filter(({ group }) => group === null).length;
  const notes: FileNote[] = [
    { code: "several-groups" as const, field: "broaderUri", count: several },
    { code: "without-place" as const, field: "broaderUri", count: atTop },
    ...columns
      .others(KNOWN)
      .map((field) => ({ code: "left-out" as const, field, count: lines.length })),
  ];
  return {
    framework: { ...framework, groups, competencies },
    ...{ taken: taken - stay.size, problems },
    notes: notes.filter(({ count }) => count > 0),
  };
}

/** Groups where the relations put them, but for those that would stand in themselves: they stay where they are. */
function withoutCircles(
  framework: OwnFramework,
  places: Map<OwnGroup, Place>,
  problems: FileProblem[],
): { groups: OwnGroup[]; stay: Set<OwnGroup> } {
  const stay = new Set<OwnGroup>();
  for (;;) {
    const groups = framework.groups.map((group) => {
      const place = stay.has(group) ? undefined : places.get(group);
      return { ...group, parent: place?.group ?? group.parent };
    });
    const circular = checkOwnFramework({ ...framework, groups, competencies: [] })
      .map(({ field }) => framework.groups[Number(field.split(".")[1])])
      .filter((group) => group && places.has(group) && !stay.has(group));
    if (circular.length === 0) return { groups, stay };
    for (const group of circular) {
      const row = group && places.get(group)?.row;
      if (!group || row === undefined) continue;
      stay.add(group);
      problems.push({ row, field: "broaderUri", code: "circular", values: { id: group.id } });
    }
  }
}
