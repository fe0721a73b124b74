import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayKeepRoleProfiles } from "./policy.ts";
import { deleteRoleProfile, lockRoleProfile } from "./role-profile-store.server.ts";

/** Takes a profile away. Rounds that are launched keep what they have of it. */
export async function removeRoleProfile(
  platform: Platform,
  actor: Actor,
  id: string,
): Promise<Outcome<void, "not-allowed" | "unknown">> {
  if (!mayKeepRoleProfiles(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const profile = isId(id) ? await lockRoleProfile(tx, actor, id) : null;
    if (!profile) return refuse("unknown");
    await deleteRoleProfile(tx, actor, profile.id);
    await recordAudit(platform, tx, actor, {
      action: "role-profile.removed",
      subjectKind: "role-profile",
      subjectId: profile.id,
      detail: { name: profile.name },
    });
    return { ok: true };
  });
}
