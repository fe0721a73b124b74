import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Put } from "../domain/roles/put-version.ts";
import { insertRoleVersion, updateRole, updateRoleVersion } from "./role-store.server.ts";
import type { Held } from "./work-on-roles.server.ts";

/** Keeps what was put into a role that is kept already, if only since this transaction, and what was done. */
export async function writePut(
  platform: Pick<Platform, "clock">,
  actor: Actor,
  { tx, roles, today }: Held,
  { role, version }: Put,
  instead: number | null,
): Promise<void> {
  await updateRole(tx, actor, role);
  if (version && instead === null) await insertRoleVersion(tx, actor, role.id, version);
  else if (version) await updateRoleVersion(tx, actor, role.id, version, today);
  await recordAudit(platform, tx, actor, {
    action: roles.has(role.id) ? "role-profile.changed" : "role-profile.added",
    subjectKind: "role-profile",
    subjectId: role.id,
    detail: {
      name: role.name,
      ...(version && { version: version.version, validFrom: version.validFrom }),
    },
  });
}
