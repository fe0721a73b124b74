import type { z } from "zod";
import { checkOwnFramework } from "../own/check-own-framework.ts";
import {
  MOST_COMPETENCIES,
  MOST_GROUPS,
  type OwnCompetency,
  type OwnFramework,
  type OwnGroup,
  ownCompetencySchema,
  ownFrameworkSchema,
  ownGroupSchema,
} from "../own/own-framework.ts";
import type { FileProblem, Found, Placed, ReadFramework } from "./read-framework.ts";

/** What a format calls the fields of ours. */
export type FieldNames = Readonly<Partial<Record<string, string>>>;

/**
 * A framework of everything in a file that is right in itself and in its place. The rest is refused with its row: what
 * is too long or missing, every further thing with an id that was there, groups in a circle and whatever stands in a
 * group that there is not. Nothing is moved elsewhere in silence.
 */
export function assemble(found: Found, names: FieldNames = {}): ReadFramework {
  const problems: FileProblem[] = [...(found.problems ?? [])];
  const notes = found.notes ?? [];
  const about = ownFrameworkSchema.safeParse(found.about, { reportInput: true });
  if (!about.success) {
    problems.push(...told(about.error, undefined, names));
    return { framework: null, problems, notes };
  }
  const groups = right<OwnGroup>(found.groups, ownGroupSchema, problems, names);
  const competencies = right<OwnCompetency>(
    found.competencies,
    ownCompetencySchema,
    problems,
    names,
  );
  const framework = inPlace({ about: about.data, groups, competencies }, problems, names);
  const many = tooMany(framework);
  return many.length > 0
    ? { framework: null, problems: [...problems, ...many], notes }
    : { framework, problems, notes };
}

/** Each part was read by its schema; only how many there are is left. */
function tooMany({ groups, competencies }: OwnFramework): FileProblem[] {
  return [
    { field: "groups", count: groups.length, most: MOST_GROUPS },
    { field: "competencies", count: competencies.length, most: MOST_COMPETENCIES },
  ].flatMap(({ field, count, most }) =>
    count > most ? [{ field, code: "too-many" as const, values: { most } }] : [],
  );
}

function right<Entry>(
  entries: readonly Placed<unknown>[],
  schema: z.ZodType<Entry>,
  problems: FileProblem[],
  names: FieldNames,
): Placed<Entry>[] {
  return entries.flatMap(({ row, entry }) => {
    const read = schema.safeParse(entry, { reportInput: true });
    if (!read.success) {
      problems.push(...told(read.error, row, names));
      return [];
    }
    return [{ ...placed(row), entry: read.data }];
  });
}

type Parts = {
  about: OwnFramework;
  groups: Placed<OwnGroup>[];
  competencies: Placed<OwnCompetency>[];
};

/** Takes away what is out of place until nothing is: whatever stood in a refused group is out of place then. */
function inPlace(parts: Parts, problems: FileProblem[], names: FieldNames): OwnFramework {
  let { groups, competencies } = parts;
  for (;;) {
    const framework: OwnFramework = {
      ...parts.about,
      groups: groups.map(({ entry }) => entry),
      competencies: competencies.map(({ entry }) => entry),
    };
    const wrong = checkOwnFramework(framework);
    if (wrong.length === 0) return framework;
    const out = { groups: new Set<number>(), competencies: new Set<number>() };
    for (const { field, code, values } of wrong) {
      const [list, at, name = ""] = field.split(".");
      const place = Number(at);
      const row = (list === "groups" ? groups : competencies)[place]?.row;
      out[list === "groups" ? "groups" : "competencies"].add(place);
      problems.push({
        ...placed(row),
        field: names[name] ?? name,
        code,
        ...(values && { values }),
      });
    }
    groups = groups.filter((_, at) => !out.groups.has(at));
    competencies = competencies.filter((_, at) => !out.competencies.has(at));
  }
}

function placed(row: number | undefined): { row?: number } {
  return row === undefined ? {} : { row };
}

/** What is wrong with one part of a file, by the names that the file has for its fields. */
export function told(error: z.ZodError, row: number | undefined, names: FieldNames): FileProblem[] {
  return error.issues.map((issue) => {
    const [first = ""] = issue.path;
    const field = String(first);
    const place = { ...placed(row), field: names[field] ?? field };
    if (issue.code === "too_big")
      return {
        ...place,
        code: issue.origin === "array" ? "too-many" : "too-long",
        values: { most: Number(issue.maximum) },
      };
    if (issue.code === "too_small")
      return { ...place, code: issue.origin === "array" ? "too-few-levels" : "missing" };
    const isMissing = issue.code === "invalid_format" && issue.input === "";
    return { ...place, code: isMissing ? "missing" : "malformed" };
  });
}
