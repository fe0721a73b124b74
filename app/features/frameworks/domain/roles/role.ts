import { z } from "zod";
import { MOST_LEVELS } from "../own/own-framework.ts";
import { roleZone } from "./role-needs.ts";

/** Whether a role can't be done without it, or it helps. */
export const weights = ["essential", "useful"] as const;
export type Weight = (typeof weights)[number];

/** How much it matters beside the others, the least first: reports weigh by it. */
export const importances = ["ordinary", "important", "essential"] as const;
export type Importance = (typeof importances)[number];

export const MOST_NEEDS = 300;
export const MOST_LINES = 200;
export const LONGEST_NAME = 80;
export const LONGEST_LINE = 120;

const line = z.string().min(1).max(LONGEST_LINE);

export const roleNeed = z.strictObject({
  competency: z.string().min(1).max(300),
  /** null: it matters, and nobody has said yet how much of it is needed. */
  level: z.int().min(1).max(MOST_LEVELS).nullable(),
  weight: z.enum(weights),
  importance: z.enum(importances),
});
export type RoleNeed = z.output<typeof roleNeed>;

/** Who has a role by what the directory says of them: whoever meets all of what is listed, or any of it. */
export const roleMatch = z.strictObject({
  join: z.enum(["all", "any"]),
  /** Whole or their first words. */
  titles: z.array(line).max(MOST_LINES),
  levels: z.array(line).max(MOST_LINES),
  departments: z.array(line).max(MOST_LINES),
});
export type RoleMatch = z.output<typeof roleMatch>;

/** What a version of a role says by itself; what it inherits stands with its parent. */
export const roleDefinition = z.strictObject({
  needs: z.array(roleNeed).max(MOST_NEEDS),
  /** Competencies that the parent needs and this one doesn't. */
  dropped: z.array(z.string()).max(MOST_NEEDS),
  match: roleMatch,
  /** null: that of the parent, if there is one. */
  zone: roleZone.nullable(),
});
export type RoleDefinition = z.output<typeof roleDefinition>;

export type RoleVersion = RoleDefinition & {
  version: number;
  /** A calendar date: it stands from then on, until the next. */
  validFrom: string;
  frameworkVersion: number;
  parentId: string | null;
  /** Ids of those who have it by name. */
  people: readonly string[];
};

export type Role = {
  id: string;
  name: string;
  /** Of a `CompetencyRef`: the same in every version. */
  framework: string;
  archivedOn: string | null;
  revision: number;
  /** In the order in which they come to stand. */
  versions: readonly RoleVersion[];
};

/** The order in which versions come to stand: of two from the same day the later made stands. */
export function inOrder(versions: readonly RoleVersion[]): RoleVersion[] {
  return versions.toSorted((one, other) =>
    one.validFrom === other.validFrom
      ? one.version - other.version
      : one.validFrom < other.validFrom
        ? -1
        : 1,
  );
}

/** The version that stands on a date; null before the first. */
export function versionOn({ versions }: Pick<Role, "versions">, date: string): RoleVersion | null {
  return versions.findLast(({ validFrom }) => validFrom <= date) ?? null;
}

/** Versions that are still to come, the next first. */
export function versionsAfter({ versions }: Pick<Role, "versions">, date: string): RoleVersion[] {
  return versions.filter(({ validFrom }) => validFrom > date);
}
