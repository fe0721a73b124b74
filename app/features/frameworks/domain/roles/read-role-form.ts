import { z } from "zod";
import type { LevelledFramework } from "../levelled/levelled-framework.ts";
import {
  type Importance,
  importances,
  LONGEST_LINE,
  LONGEST_NAME,
  MOST_LINES,
  MOST_NEEDS,
  type RoleDefinition,
  type RoleNeed,
  type Weight,
  weights,
} from "./role.ts";
import type { RoleZone } from "./role-needs.ts";
import { plain, sameTitle } from "./words-of-title.ts";

const typed = z.string().catch("");

/** One competency as it is chosen. `level`: "" says nothing, or as the parent; "none"; "open"; or a number. */
const needInput = z.object({ competency: typed, level: typed, weight: typed, importance: typed });

/** What a role needs and who has it, as it is typed. What of it can't be is said by the framework it stands in. */
export const roleInput = z.object({
  name: typed,
  /** The id of the role it inherits from; "" for none. */
  parent: typed,
  validFrom: typed,
  needs: z.array(needInput).max(999).catch([]),
  join: typed,
  /** One a line, as the next ones. */
  titles: typed,
  levels: typed,
  departments: typed,
  people: typed,
  hasZone: z.boolean().catch(false),
  /** By hat key, as chosen: amounts as text. */
  zone: z.record(z.string(), z.object({ low: typed, high: typed })).catch({}),
});
export type RoleForm = z.output<typeof roleInput>;

export type RoleProblem = {
  field: string;
  code: string;
  values?: Record<string, string | number>;
};

/** Ends that may be chosen for a zone, from far too little to far too much. */
export const zoneSteps = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2] as const;

type Read = {
  name: string;
  validFrom: string;
  definition: RoleDefinition;
  /** Those meant by name, a line each. */
  people: string[];
};

/** Reads a role as it was typed. Every problem is named; what is given twice counts once. */
export function readRoleForm(
  form: RoleForm,
  framework: LevelledFramework,
): { role: Read; problems: [] } | { role: null; problems: RoleProblem[] } {
  const name = form.name.trim().replace(/\s+/gu, " ");
  const { needs, dropped, problems: inNeeds } = needsIn(form, framework);
  const match = matchIn(form);
  const people = linesIn(form.people, (line) => plain(line));
  const { zone, problems: inZone } = zoneIn(form, framework);
  const problems = [
    ...problemsOfName(name),
    ...problemsOfDate(form.validFrom),
    ...inNeeds,
    ...problemsOfLines("titles", match.titles),
    ...match.titles
      .filter((title) => sameTitle(title, ""))
      .map((line) => ({ field: "titles", code: "no-words", values: { line } })),
    ...problemsOfLines("levels", match.levels),
    ...problemsOfLines("departments", match.departments),
    ...problemsOfLines("people", people, 300),
    ...inZone,
  ];
  if (problems.length > 0) return { role: null, problems };
  const definition = { needs, dropped, match, zone };
  return { role: { name, validFrom: form.validFrom, definition, people }, problems: [] };
}

function problemsOfName(name: string): RoleProblem[] {
  if (name === "") return [{ field: "name", code: "missing" }];
  const values = { most: LONGEST_NAME };
  return name.length > LONGEST_NAME ? [{ field: "name", code: "too-long", values }] : [];
}

function problemsOfDate(date: string): RoleProblem[] {
  if (date === "") return [{ field: "validFrom", code: "missing" }];
  return z.iso.date().safeParse(date).success ? [] : [{ field: "validFrom", code: "malformed" }];
}

function needsIn({ needs: rows, parent }: RoleForm, framework: LevelledFramework) {
  const names = new Map(framework.competencies.map(({ id, name }) => [id, name]));
  const needs: RoleNeed[] = [];
  const dropped: string[] = [];
  const problems: RoleProblem[] = [];
  const seen = new Set<string>();
  rows.forEach(({ competency, level, weight, importance }, at) => {
    if (level === "") return;
    const field = `needs[${at}].level`;
    const name = names.get(competency);
    const values = { competency: name ?? competency };
    if (name === undefined) problems.push({ field, code: "unknown-competency", values });
    else if (seen.has(competency)) problems.push({ field, code: "twice", values });
    else if (level === "none") {
      if (parent !== "") dropped.push(competency);
    } else {
      const read = levelIn(level, framework.levels.length);
      if (read === undefined) {
        const outside = { ...values, level, most: framework.levels.length };
        problems.push({ field, code: "outside-scale", values: outside });
      } else
        needs.push({
          ...{ competency, level: read },
          weight: weightIn(weight) ?? "essential",
          importance: importanceIn(importance) ?? "ordinary",
        });
    }
    seen.add(competency);
  });
  if (needs.length > MOST_NEEDS || dropped.length > MOST_NEEDS)
    problems.push({ field: "needs", code: "too-many", values: { most: MOST_NEEDS } });
  if (allAlike(needs, framework)) problems.push({ field: "needs", code: "all-alike" });
  return { needs, dropped, problems };
}

/** A level as it is typed; null when it is left open, undefined when the scale has no such level. */
export function levelIn(text: string, most: number): number | null | undefined {
  if (text === "open") return null;
  const level = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return level >= 1 && level <= most ? level : undefined;
}

export function weightIn(text: string): Weight | undefined {
  return weights.find((each) => each === text);
}

export function importanceIn(text: string): Importance | undefined {
  return importances.find((each) => each === text);
}

/** Where everything matters more nothing does: the order of suggestions would not change. */
function allAlike(needs: readonly RoleNeed[], { competencies }: LevelledFramework): boolean {
  const weighed = new Set(competencies.flatMap(({ id, hat }) => (hat === null ? [] : [id])));
  const chosen = needs.filter(({ competency }) => weighed.has(competency));
  const [first] = chosen;
  return (
    first !== undefined &&
    first.importance !== "ordinary" &&
    chosen.length > 1 &&
    chosen.length === weighed.size &&
    chosen.every(({ importance }) => importance === first.importance)
  );
}

/** Whom the rules of a form are for, whatever else is wrong in it. */
export function matchIn(
  form: Pick<RoleForm, "join" | "titles" | "levels" | "departments">,
): RoleDefinition["match"] {
  return {
    join: form.join === "any" ? "any" : "all",
    titles: linesIn(form.titles, null),
    levels: linesIn(form.levels, plain),
    departments: linesIn(form.departments, plain),
  };
}

/** The lines of a text, each once: by a key, or as titles are compared. */
export function linesIn(text: string, keyOf: ((line: string) => string) | null): string[] {
  const lines: string[] = [];
  const isKnown = (line: string) =>
    lines.some((known) => (keyOf ? keyOf(known) === keyOf(line) : sameTitle(known, line)));
  for (const each of text.split(/\r?\n/)) {
    const line = each.trim().replace(/\s+/gu, " ");
    if (line !== "" && !isKnown(line)) lines.push(line);
    // Told as too many, not read to the end.
    if (lines.length > MOST_LINES) break;
  }
  return lines;
}

function problemsOfLines(
  field: string,
  lines: readonly string[],
  longest = LONGEST_LINE,
): RoleProblem[] {
  if (lines.length > MOST_LINES) return [{ field, code: "too-many", values: { most: MOST_LINES } }];
  return lines
    .filter((line) => line.length > longest)
    .map((line) => ({ field, code: "line-too-long", values: { line, most: longest } }));
}

function zoneIn(form: RoleForm, { hats }: LevelledFramework) {
  const problems: RoleProblem[] = [];
  if (!form.hasZone || hats.length === 0) return { zone: null, problems };
  const zone: RoleZone = {};
  for (const { key, name } of hats) {
    const low = stepIn(form.zone[key]?.low);
    const high = stepIn(form.zone[key]?.high);
    if (low === null || high === null || low >= high)
      problems.push({ field: `zone.${key}.low`, code: "range", values: { hat: name } });
    else zone[key] = { low, high };
  }
  return { zone, problems };
}

function stepIn(text: string | undefined): number | null {
  return zoneSteps.find((step) => String(step) === text) ?? null;
}
