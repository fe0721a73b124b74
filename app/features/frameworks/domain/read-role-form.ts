import type { Framework } from "./framework.ts";
import { importances, type RoleProfile, type RoleZone, sameTitle } from "./role-profile.ts";

export type RoleForm = {
  name: string;
  /** One job title a line. */
  titles: string;
  /** By competency key: "", "important" or "essential". */
  importance: Readonly<Record<string, string>>;
  hasZone: boolean;
  /** By hat key, as chosen: amounts as text. */
  zone: Readonly<Record<string, { low: string; high: string }>>;
};

export type RoleProblem =
  | { field: "name"; problem: "missing" | "too-long" }
  | { field: "titles"; problem: "missing" | "too-many" }
  | { field: "titles"; problem: "too-long" | "no-words"; title: string }
  | { field: "importance"; problem: "all-alike" }
  | { field: `zone-${string}`; problem: "range"; hat: string };

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
  if (name === "") problems.push({ field: "name", problem: "missing" });
  else if (name.length > LONGEST_NAME) problems.push({ field: "name", problem: "too-long" });
  const titles = titlesIn(form.titles);
  problems.push(...problemsOfTitles(titles));
  const weighed = framework.competencies.filter(({ hat }) => hat !== null);
  const importance = importanceIn(form, weighed);
  const { zone, problems: zoneProblems } = zoneIn(form, framework);
  problems.push(...zoneProblems);
  // Where everything is essential nothing is: the order of suggestions would not change.
  const chosen = Object.values(importance);
  if (chosen.length === weighed.length && new Set(chosen).size === 1 && chosen.length > 1)
    problems.push({ field: "importance", problem: "all-alike" });
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
  if (titles.length === 0) return [{ field: "titles", problem: "missing" }];
  if (titles.length > MOST_TITLES) return [{ field: "titles", problem: "too-many" }];
  return titles.flatMap((title): RoleProblem[] => {
    if (title.length > LONGEST_TITLE) return [{ field: "titles", problem: "too-long", title }];
    return sameTitle(title, "") ? [{ field: "titles", problem: "no-words", title }] : [];
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
      problems.push({ field: `zone-${key}`, problem: "range", hat: key });
    else zone[key] = { low, high };
  }
  return { zone, problems };
}

function stepIn(text: string | undefined): number | null {
  return zoneSteps.find((step) => String(step) === text) ?? null;
}
