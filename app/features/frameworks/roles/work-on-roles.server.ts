import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Role } from "../domain/roles/role.ts";
import { mayKeepRoleProfiles } from "../policy.ts";
import { allRoles } from "./role-reads.server.ts";
import { lockRoles } from "./role-store.server.ts";
import { todayHere } from "./today-here.server.ts";

export type WorkedRoles<Value> = Outcome<Value, "not-allowed" | "unknown"> | Problems;

/** What stands while nobody else changes it. */
export type Held = { tx: Tx; roles: Map<string, Role>; today: string };

/** Does something to the roles of an organisation, while nobody else does. What `work` refuses changes nothing. */
export async function workOnRoles<Value>(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  work: (held: Held) => Promise<WorkedRoles<Value>>,
): Promise<WorkedRoles<Value>> {
  if (!mayKeepRoleProfiles(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx): Promise<WorkedRoles<Value>> => {
    await lockRoles(tx, actor);
    const today = await todayHere(platform, tx, actor);
    return work({ tx, roles: await allRoles(tx, actor), today });
  });
}
