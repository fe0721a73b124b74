import type { Actor } from "~/features/identity/domain/index.ts";

/** What a role needs is decided by HR. */
export function mayKeepRoleProfiles({ role }: Pick<Actor, "role">): boolean {
  return role === "admin";
}
