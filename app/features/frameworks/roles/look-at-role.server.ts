import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { LevelledFramework } from "../domain/levelled/levelled-framework.ts";
import { effectiveProfile } from "../domain/roles/effective-profile.ts";
import type { RoleForm } from "../domain/roles/read-role-form.ts";
import type { Importance, Weight } from "../domain/roles/role.ts";
import { type Counted, countTyped } from "./count-matches.server.ts";
import { roleBook } from "./role-reads.server.ts";

export type Looked = {
  counted: Counted;
  /** What the parent that is chosen needs on the day typed. */
  inherited: { competency: string; level: number | null; weight: Weight; importance: Importance }[];
  parent: string | null;
};

/** What a role as it is typed would come to: who would have it, and what it would inherit. null for all but HR. */
export async function lookAtRole(
  tx: Tx,
  actor: Actor,
  framework: Pick<LevelledFramework, "framework">,
  form: Pick<
    RoleForm,
    "parent" | "validFrom" | "join" | "titles" | "levels" | "departments" | "people"
  >,
  today: string,
): Promise<Looked | null> {
  const counted = await countTyped(tx, actor, form);
  if (!counted) return null;
  const { roles, histories } = await roleBook(tx, actor);
  const parent = roles.get(form.parent);
  const on = /^\d{4}-\d{2}-\d{2}$/.test(form.validFrom) ? form.validFrom : today;
  const profile =
    parent?.framework === framework.framework
      ? effectiveProfile(roles, histories, parent.id, on)
      : null;
  return {
    counted,
    parent: profile && parent ? parent.name : null,
    inherited: (profile?.needs ?? []).map(({ competency, level, weight, importance }) => ({
      ...{ competency, level, weight, importance },
    })),
  };
}
