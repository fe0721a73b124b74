import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId, newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Framework } from "./domain/framework.ts";
import { type RoleForm, readRoleForm } from "./domain/read-role-form.ts";
import type { RoleProfile } from "./domain/role-profile.ts";
import { mayKeepRoleProfiles } from "./policy.ts";
import { newestFramework } from "./role-profile-reads.server.ts";
import {
  insertRoleProfile,
  lockRoleProfile,
  nameIsTaken,
  updateRoleProfile,
} from "./role-profile-store.server.ts";

export type SavedRole = Outcome<{ id: string }, "not-allowed" | "unknown"> | Problems;

const NAME_TAKEN = { field: "name", code: "taken" };

/**
 * Keeps what a role needs. Rounds that are launched stay as they are: they have what stood then. A form opened
 * before someone else's save is refused.
 */
export async function saveRoleProfile(
  platform: Platform,
  actor: Actor,
  target: { id: string; revision: number } | { frameworkKey: string },
  form: RoleForm,
): Promise<SavedRole> {
  if (!mayKeepRoleProfiles(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx): Promise<SavedRole> => {
    const known = "id" in target ? await knownProfile(tx, actor, target.id) : null;
    if ("id" in target && !known) return refuse("unknown");
    const frameworkKey = "id" in target ? (known?.frameworkKey ?? "") : target.frameworkKey;
    const framework = await newestFramework(tx, actor, frameworkKey);
    if (!framework) return refuse("unknown");
    const read = readRoleForm(form, framework);
    if (!read.profile) return refuseInput(...read.problems);
    if (known && "id" in target && known.revision !== target.revision)
      return refuseInput({ code: "changed-meanwhile" });
    return known
      ? change(platform, tx, actor, known, read.profile)
      : add(platform, tx, actor, framework, read.profile);
  });
}

type Known = NonNullable<Awaited<ReturnType<typeof lockRoleProfile>>>;

async function knownProfile(tx: Tx, actor: Actor, id: string): Promise<Known | null> {
  return isId(id) ? lockRoleProfile(tx, actor, id) : null;
}

async function add(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  framework: Framework,
  profile: RoleProfile,
): Promise<SavedRole> {
  const id = newId();
  const updatedAt = platform.clock.now();
  const row = { ...profile, id, frameworkKey: framework.key, updatedAt };
  if (!(await insertRoleProfile(tx, actor, row))) return refuseInput(NAME_TAKEN);
  await audit(platform, tx, actor, { id, action: "role-profile.added", name: profile.name });
  return accept({ id });
}

async function change(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  { id, frameworkKey, revision }: Known,
  profile: RoleProfile,
): Promise<SavedRole> {
  if (await nameIsTaken(tx, actor, { id, frameworkKey, name: profile.name }))
    return refuseInput(NAME_TAKEN);
  const updatedAt = platform.clock.now();
  await updateRoleProfile(tx, actor, {
    ...profile,
    ...{ id, frameworkKey, revision: revision + 1, updatedAt },
  });
  await audit(platform, tx, actor, { id, action: "role-profile.changed", name: profile.name });
  return accept({ id });
}

async function audit(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  { id, action, name }: { id: string; action: string; name: string },
): Promise<void> {
  await recordAudit(platform, tx, actor, {
    action,
    subjectKind: "role-profile",
    subjectId: id,
    detail: { name },
  });
}
