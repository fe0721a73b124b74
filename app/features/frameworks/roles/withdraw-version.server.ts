import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { accept, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { circleThrough } from "../domain/roles/effective-profile.ts";
import { circle } from "../domain/roles/put-version.ts";
import { deleteRoleVersion, updateRole } from "./role-store.server.ts";
import { type WorkedRoles, workOnRoles } from "./work-on-roles.server.ts";

/**
 * Takes a version away that is still to come. Refused where its day has come, where it is the role's only one, and
 * where without it somebody would inherit from themselves.
 */
export async function withdrawVersion(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { id, revision, version }: { id: string; revision: number; version: number },
): Promise<WorkedRoles<{ id: string }>> {
  return workOnRoles<{ id: string }>(platform, actor, async ({ tx, roles, today }) => {
    const role = roles.get(id);
    const withdrawn = role?.versions.find((each) => each.version === version);
    if (!role || !withdrawn) return refuse("unknown");
    if (role.revision !== revision) return refuseInput({ code: "changed-meanwhile" });
    if (withdrawn.validFrom <= today) return refuseInput({ code: "date-has-come" });
    if (role.versions.length === 1) return refuseInput({ code: "only-version" });
    const versions = role.versions.filter((each) => each !== withdrawn);
    const after = { ...role, versions, revision: revision + 1 };
    const way = circleThrough(new Map([...roles, [id, after]]), id, today);
    if (way) return refuseInput(circle(way));
    await deleteRoleVersion(tx, actor, id, version, today);
    await updateRole(tx, actor, after);
    await recordAudit(platform, tx, actor, {
      action: "role-profile.version-withdrawn",
      subjectKind: "role-profile",
      subjectId: id,
      detail: { name: role.name, version, validFrom: withdrawn.validFrom },
    });
    return accept({ id });
  });
}
