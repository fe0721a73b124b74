import type { PublishedVersion } from "../own/carry-forward.ts";
import { type CarriedNeed, carryNeeds } from "./carry-needs.ts";
import { type Role, type RoleNeed, type RoleVersion, versionOn } from "./role.ts";
import type { RoleZone } from "./role-needs.ts";

export type EffectiveNeed = CarriedNeed & {
  /** The role in whose version it is said. */
  from: string;
  /** What the parent says of the same competency, where this role says something else. */
  insteadOf: Pick<EffectiveNeed, "level" | "weight" | "importance" | "from"> | null;
};

export type EffectiveProfile = {
  roleId: string;
  version: RoleVersion;
  /** In the words of the newest version of the framework. */
  needs: EffectiveNeed[];
  /** Needs of the parent that this role doesn't have. */
  dropped: EffectiveNeed[];
  /** Needs, its own and inherited, of competencies that are no more. */
  retired: (RoleNeed & { from: string })[];
  zone: { zone: RoleZone; from: string } | null;
  /** Roles it inherits from, the nearest first. */
  above: string[];
};

type Roles = ReadonlyMap<string, Role>;

/** All versions of a framework, by its name in a `CompetencyRef`. */
export type Histories = ReadonlyMap<string, readonly PublishedVersion[]>;

/**
 * What a role needs on a date: what its parent needs, with its own over that. null before its first version. Roles that
 * inherit from each other in a circle, which saving refuses, are cut where it closes.
 */
export function effectiveProfile(
  roles: Roles,
  histories: Histories,
  roleId: string,
  on: string,
): EffectiveProfile | null {
  return profileBelow(roles, histories, roleId, on, new Set());
}

function profileBelow(
  roles: Roles,
  histories: Histories,
  roleId: string,
  on: string,
  below: ReadonlySet<string>,
): EffectiveProfile | null {
  const role = roles.get(roleId);
  const version = role && versionOn(role, on);
  if (!version || below.has(roleId)) return null;
  const parent =
    version.parentId === null
      ? null
      : profileBelow(roles, histories, version.parentId, on, new Set([...below, roleId]));
  return over(parent, role, version, histories.get(role.framework) ?? []);
}

/** A version over what its parent needs: each competency by its own word, else by the parent's. */
export function over(
  parent: EffectiveProfile | null,
  { id }: Pick<Role, "id">,
  version: RoleVersion,
  history: readonly PublishedVersion[],
): EffectiveProfile {
  const own = carryNeeds(history, version.needs, version.frameworkVersion);
  const inherited = new Map((parent?.needs ?? []).map((need) => [need.competency, need]));
  const said = new Set(own.needs.map(({ competency }) => competency));
  const gone = droppedIn(history, version);
  const kept = [...inherited.values()].filter((each) => !said.has(each.competency));
  return {
    ...{ roleId: id, version },
    needs: [
      ...own.needs.map((need) => ({
        ...need,
        from: id,
        insteadOf: differing(need, inherited.get(need.competency)),
      })),
      ...kept
        .filter(({ competency }) => !gone.has(competency))
        .map((need) => ({ ...need, insteadOf: null })),
    ],
    dropped: kept.filter(({ competency }) => gone.has(competency)),
    retired: [...own.retired.map((need) => ({ ...need, from: id })), ...(parent?.retired ?? [])],
    zone: version.zone ? { zone: version.zone, from: id } : (parent?.zone ?? null),
    above: parent ? [parent.roleId, ...parent.above] : [],
  };
}

function droppedIn(
  history: readonly PublishedVersion[],
  { dropped, frameworkVersion }: RoleVersion,
): Set<string> {
  const needs = dropped.map(
    (competency): RoleNeed => ({
      ...{ competency, level: null, weight: "useful", importance: "ordinary" },
    }),
  );
  // Only what is still the same: of a part or a whole nobody has said that it isn't needed.
  return new Set(
    carryNeeds(history, needs, frameworkVersion).needs.flatMap(({ competency, lookAt }) =>
      lookAt === "split" || lookAt === "merged" ? [] : [competency],
    ),
  );
}

function differing(need: RoleNeed, parents: EffectiveNeed | undefined): EffectiveNeed["insteadOf"] {
  if (!parents) return null;
  const { level, weight, importance, from } = parents;
  return need.level === level && need.weight === weight && need.importance === importance
    ? null
    : { level, weight, importance, from };
}

/**
 * Whether somebody would inherit from themselves on any date from one on, with the names of the roles on the way round
 * through this one; null when not.
 */
export function circleThrough(roles: Roles, roleId: string, from: string): string[] | null {
  const dates = [...roles.values()].flatMap(({ versions }) =>
    versions.flatMap(({ validFrom }) => (validFrom > from ? [validFrom] : [])),
  );
  for (const date of [from, ...new Set(dates)].sort()) {
    const way = circleOn(roles, roleId, date);
    if (way) return way;
  }
  return null;
}

function circleOn(roles: Roles, roleId: string, date: string): string[] | null {
  const way: string[] = [];
  const seen = new Set<string>();
  let at: string | null = roleId;
  while (at !== null && !seen.has(at)) {
    const role = roles.get(at);
    if (!role) return null;
    seen.add(at);
    way.push(role.name);
    at = versionOn(role, date)?.parentId ?? null;
  }
  return at === roleId ? [...way, roles.get(roleId)?.name ?? ""] : null;
}
