import { z } from "zod";
import type { Framework } from "./framework.ts";
import { importances, type RoleProfile, type RoleZone, sameTitle } from "./role-profile.ts";

const typed = z.string().catch("");

/** What a role needs, as it is typed. What of it can't be is said by the framework it stands in. */
export const roleInput = z.object({
  name: typed,
  /** One job title a line. */
  titles: typed,
  /** By competency key: "", "important" or "essential". */
  importance: z.record(z.string(), typed).catch({}),
  hasZone: z.boolean().catch(false),
  /** By hat key, as chosen: amounts as text. */
  zone: z.record(z.string(), z.object({ low: typed, high: typed })).catch({}),
});

export type RoleForm = z.output<typeof roleInput>;

export type RoleProblem =
  | { field: "name"; code: "missing" | "too-long" }
  | { field: "titles"; code: "missing" | "too-many" }
  | { field: "titles"; code: "too-long" | "no-words"; values: { title: string } }
  | { field: "importance"; code: "all-alike" }
  | { field: `zone.${string}.low`; code: "range"; values: { hat: string } };

const LONGEST_NAME = 80;
const LONGEST_TITLE = 120;
const MOST_TITLES = 200;

/** Ends that may be chosen for a zone, from far too little to far too much. */
export const zoneSteps = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2] as const;

/**
 * Reads a profile as it was typed. Every problem is named; titles given twice count once. Only competencies of a hat
 * are weighed: there is no too much or too little of one above the hats.
 */
export function readRoleForm(
  form: RoleForm,
  framework: Pick<Framework, "hats" | "competencies">,
): { profile: RoleProfile; problems: [] } | { profile: null; problems: RoleProblem[] } {
  const problems: RoleProblem[] = [];
  const name = form.name.trim();
  if (name === "") problems.push({ field: "name", code: "missing" });
  else if (name.length > LONGEST_NAME) problems.push({ field: "name", code: "too-long" });
  const titles = titlesIn(form.titles);
  problems.push(...problemsOfTitles(titles));
  const weighed = framework.competencies.filter(({ hat }) => hat !== null);
  const importance = importanceIn(form, weighed);
  const { zone, problems: zoneProblems } = zoneIn(form, framework);
  problems.push(...zoneProblems);
  // Where everything is essential nothing is: the order of suggestions would not change.
  const chosen = Object.values(importance);
  if (chosen.length === weighed.length && new Set(chosen).size === 1 && chosen.length > 1)
    problems.push({ field: "importance", code: "all-alike" });
  return problems.length > 0
    ? { profile: null, problems }
    : { profile: { name, titles, importance, zone }, problems: [] };
}

function titlesIn(text: string): string[] {
  const titles: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const title = line.trim().replace(/\s+/g, " ");
    if (title !== "" && !titles.some((known) => sameTitle(known, title))) titles.push(title);
  }
  return titles;
}

function problemsOfTitles(titles: readonly string[]): RoleProblem[] {
  if (titles.length === 0) return [{ field: "titles", code: "missing" }];
  if (titles.length > MOST_TITLES) return [{ field: "titles", code: "too-many" }];
  return titles.flatMap((title): RoleProblem[] => {
    const values = { title };
    if (title.length > LONGEST_TITLE) return [{ field: "titles", code: "too-long", values }];
    return sameTitle(title, "") ? [{ field: "titles", code: "no-words", values }] : [];
  });
}

function importanceIn(
  form: RoleForm,
  competencies: Framework["competencies"],
): RoleProfile["importance"] {
  return Object.fromEntries(
    competencies.flatMap(({ key }) => {
      const value = importances.find((each) => each === form.importance[key]);
      return value ? [[key, value]] : [];
    }),
  );
}

function zoneIn(form: RoleForm, { hats }: Pick<Framework, "hats">) {
  const problems: RoleProblem[] = [];
  if (!form.hasZone) return { zone: null, problems };
  const zone: RoleZone = {};
  for (const { key } of hats) {
    const low = stepIn(form.zone[key]?.low);
    const high = stepIn(form.zone[key]?.high);
    if (low === null || high === null || low >= high)
      problems.push({ field: `zone.${key}.low`, code: "range", values: { hat: key } });
    else zone[key] = { low, high };
  }
  return { zone, problems };
}

function stepIn(text: string | undefined): number | null {
  return zoneSteps.find((step) => String(step) === text) ?? null;
}
