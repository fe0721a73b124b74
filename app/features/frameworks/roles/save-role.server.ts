import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { accept, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { LevelledFramework } from "../domain/levelled/levelled-framework.ts";
import { putVersion } from "../domain/roles/put-version.ts";
import { readRoleForm, roleInput } from "../domain/roles/read-role-form.ts";
import type { Role } from "../domain/roles/role.ts";
import { levelledFrameworkOf } from "../levelled/levelled-reads.server.ts";
import { resolvePeople } from "./resolve-people.server.ts";
import { insertRole } from "./role-store.server.ts";
import { type WorkedRoles, workOnRoles } from "./work-on-roles.server.ts";
import { writePut } from "./write-put.server.ts";

/** A role as it is typed, and the version of the framework that the form showed. */
export const saveRoleInput = z.object({ ...roleInput.shape, frameworkVersion: z.int().min(1) });

/**
 * A new role of a framework; or the next version of one, as somebody looked at it; or, with `version`, one that is
 * still to come, to be replaced.
 */
export type RoleTarget = { framework: string } | { id: string; revision: number; version?: number };

/**
 * Keeps what a role needs from a day on, today at the earliest. What stood before stays as it was, and so do rounds
 * that are launched: they have what stood then. A form opened before somebody else's save is refused.
 */
export async function saveRole(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  target: RoleTarget,
  { frameworkVersion, ...form }: z.output<typeof saveRoleInput>,
): Promise<WorkedRoles<{ id: string }>> {
  return workOnRoles<{ id: string }>(platform, actor, async (held) => {
    const { tx, roles, today } = held;
    const role = roleAimedAt(roles, target);
    const framework = role && (await frameworkSeen(tx, actor, role, frameworkVersion));
    if (!role || !framework) return refuse("unknown");
    if ("id" in target && role.revision !== target.revision)
      return refuseInput({ code: "changed-meanwhile" });
    const read = readRoleForm(form, framework);
    const named = role.versions.flatMap(({ people }) => people);
    const meant = await resolvePeople(tx, actor, read.role?.people ?? [], named);
    if (!read.role) return refuseInput(...read.problems);
    if (meant.problems.length > 0) return refuseInput(...meant.problems);
    const { name, validFrom, definition } = read.role;
    const parentId = form.parent === "" ? null : form.parent;
    const instead = "id" in target ? (target.version ?? null) : null;
    const version = { ...definition, validFrom, frameworkVersion, parentId, people: meant.people };
    const put = putVersion(roles, { role, name, version, instead }, today);
    if (!put.ok) return refuseInput(...put.problems);
    if (!("id" in target)) await insertRole(tx, actor, put.put.role);
    await writePut(platform, actor, held, put.put, instead);
    return accept({ id: role.id });
  });
}

function roleAimedAt(roles: ReadonlyMap<string, Role>, target: RoleTarget): Role | null {
  if ("framework" in target) return newRole(target.framework);
  const role = roles.get(target.id);
  return role && role.archivedOn === null ? role : null;
}

export function newRole(framework: string): Role {
  return { id: newId(), name: "", framework, archivedOn: null, revision: 0, versions: [] };
}

function frameworkSeen(
  tx: Tx,
  actor: Actor,
  { framework }: Role,
  version: number,
): Promise<LevelledFramework | null> {
  return levelledFrameworkOf(tx, actor, framework, version);
}
