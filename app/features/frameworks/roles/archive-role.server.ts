import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { accept, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Role } from "../domain/roles/role.ts";
import { updateRole } from "./role-store.server.ts";
import { type WorkedRoles, workOnRoles } from "./work-on-roles.server.ts";

type Seen = { id: string; revision: number };

/**
 * Puts a role away, with all its versions: nobody has it from today on. Refused while another inherits from it, today
 * or later.
 */
export async function archiveRole(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { id, revision }: Seen,
): Promise<WorkedRoles<{ id: string }>> {
  return workOnRoles<{ id: string }>(platform, actor, async ({ tx, roles, today }) => {
    const role = roles.get(id);
    if (!role) return refuse("unknown");
    if (role.archivedOn !== null || role.revision !== revision)
      return refuseInput({ code: "changed-meanwhile" });
    const heirs = heirsOf(roles, id, today);
    if (heirs.length > 0)
      return refuseInput({ code: "inherited", values: { roles: heirs.join(", ") } });
    await updateRole(tx, actor, { ...role, archivedOn: today, revision: revision + 1 });
    await recordAudit(platform, tx, actor, {
      action: "role-profile.removed",
      subjectKind: "role-profile",
      subjectId: id,
      detail: { name: role.name },
    });
    return accept({ id });
  });
}

/** Takes a role out again. Refused while another goes by its name, or what it inherits from is away. */
export async function bringBackRole(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { id, revision }: Seen,
): Promise<WorkedRoles<{ id: string }>> {
  return workOnRoles<{ id: string }>(platform, actor, async ({ tx, roles, today }) => {
    const role = roles.get(id);
    if (!role) return refuse("unknown");
    if (role.archivedOn === null || role.revision !== revision)
      return refuseInput({ code: "changed-meanwhile" });
    const key = role.name.toLowerCase();
    const others = [...roles.values()].filter((each) => each.archivedOn === null);
    if (others.some(({ name }) => name.toLowerCase() === key))
      return refuseInput({ code: "name-taken", values: { name: role.name } });
    const parents = parentsFrom(role, today).map((parent) => roles.get(parent));
    const away = parents.find((parent) => parent && parent.archivedOn !== null);
    if (away) return refuseInput({ code: "parent-away", values: { name: away.name } });
    await updateRole(tx, actor, { ...role, archivedOn: null, revision: revision + 1 });
    await recordAudit(platform, tx, actor, {
      action: "role-profile.brought-back",
      subjectKind: "role-profile",
      subjectId: id,
      detail: { name: role.name },
    });
    return accept({ id });
  });
}

function heirsOf(roles: ReadonlyMap<string, Role>, id: string, today: string): string[] {
  return [...roles.values()]
    .filter((role) => role.archivedOn === null && parentsFrom(role, today).includes(id))
    .map(({ name }) => name);
}

/** What a role inherits from, on a date or later. */
function parentsFrom({ versions }: Role, date: string): string[] {
  const now = versions.findLast(({ validFrom }) => validFrom <= date);
  return versions
    .filter((each) => each === now || each.validFrom > date)
    .flatMap(({ parentId }) => parentId ?? []);
}
