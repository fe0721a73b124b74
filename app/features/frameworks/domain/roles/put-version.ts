import { circleThrough } from "./effective-profile.ts";
import type { RoleProblem } from "./read-role-form.ts";
import { inOrder, type Role, type RoleDefinition, type RoleVersion, versionOn } from "./role.ts";

/** A version to be put into a role. */
export type WantedVersion = RoleDefinition &
  Pick<RoleVersion, "validFrom" | "frameworkVersion" | "parentId" | "people">;

type Wanted = {
  /** The role as it stands; without versions, a new one. */
  role: Role;
  name: string;
  version: WantedVersion;
  /** The version to be replaced, which is still to come; null for one more. */
  instead: number | null;
};

export type Put = {
  /** The role afterwards; its revision is the next. */
  role: Role;
  /** null where only the name is another, or nothing is. */
  version: RoleVersion | null;
};

/**
 * Puts a version into a role, which may begin today or later. Refused are a date that is over, a second version from
 * one day to come, a version to replace whose day has come, a name that another role has, a parent that is not there
 * or stands in another framework, and a circle of parents on any day to come. Where today's version says the same
 * already, none is added.
 */
export function putVersion(
  roles: ReadonlyMap<string, Role>,
  { role, name, version, instead }: Wanted,
  today: string,
): { ok: true; put: Put } | { ok: false; problems: RoleProblem[] } {
  const problems = [
    ...problemsOfName(roles, role, name),
    ...problemsOfDates(role, version.validFrom, instead, today),
    ...problemsOfParent(roles, role, version.parentId),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const renamed = { ...role, name, revision: role.revision + 1 };
  const now = versionOn(role, today);
  const isKnown = now && instead === null && version.validFrom === today && sameWord(now, version);
  if (isKnown) return { ok: true, put: { role: renamed, version: null } };
  const number = instead ?? Math.max(0, ...role.versions.map((each) => each.version)) + 1;
  const placed = { ...version, version: number };
  const others = role.versions.filter((each) => each.version !== number);
  const after = { ...renamed, versions: inOrder([...others, placed]) };
  const way = circleThrough(new Map([...roles, [role.id, after]]), role.id, today);
  if (way) return { ok: false, problems: [circle(way)] };
  return { ok: true, put: { role: after, version: placed } };
}

/** What is wrong with parents that go round. */
export function circle(way: readonly string[]): RoleProblem {
  return { field: "parent", code: "circular", values: { way: way.join(" → ") } };
}

function problemsOfName(
  roles: ReadonlyMap<string, Role>,
  { id }: Role,
  name: string,
): RoleProblem[] {
  const key = name.toLowerCase();
  const isTaken = [...roles.values()].some(
    (each) => each.id !== id && each.archivedOn === null && each.name.toLowerCase() === key,
  );
  return isTaken ? [{ field: "name", code: "taken" }] : [];
}

function problemsOfDates(
  { versions }: Role,
  validFrom: string,
  instead: number | null,
  today: string,
): RoleProblem[] {
  const field = "validFrom";
  const replaced = versions.find(({ version }) => version === instead);
  if (instead !== null && !(replaced && replaced.validFrom > today))
    return [{ code: "date-has-come", field }];
  if (validFrom < today) return [{ code: "over", field }];
  const isPlanned = versions.some(
    (each) => each.version !== instead && each.validFrom === validFrom && validFrom > today,
  );
  return isPlanned ? [{ code: "planned-already", field }] : [];
}

function problemsOfParent(
  roles: ReadonlyMap<string, Role>,
  { id, framework }: Role,
  parentId: string | null,
): RoleProblem[] {
  if (parentId === null) return [];
  const field = "parent";
  const parent = roles.get(parentId);
  if (parentId === id) return [{ field, code: "itself" }];
  if (!parent || parent.archivedOn !== null) return [{ field, code: "unknown" }];
  return parent.framework === framework ? [] : [{ field, code: "other-framework" }];
}

/** Whether two versions say the same, whatever the order of what they list. */
export function sameWord(one: WantedVersion, other: WantedVersion): boolean {
  return wordOf(one) === wordOf(other);
}

function wordOf({ needs, dropped, match, zone, ...version }: WantedVersion): string {
  const { frameworkVersion, parentId, people } = version;
  const zones = Object.entries(zone ?? {}).map(([hat, { low, high }]) => [hat, low, high]);
  return JSON.stringify([
    ...[frameworkVersion, parentId, people.toSorted(), dropped.toSorted(), zones.sort()],
    needs.map((need) => [need.competency, need.level, need.weight, need.importance]).sort(),
    [match.join, match.titles, match.levels, match.departments],
  ]);
}
