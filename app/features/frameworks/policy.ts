import type { Actor } from "~/features/identity/domain/index.ts";

/** What a role needs is decided by HR. */
export function mayKeepRoleProfiles({ role }: Pick<Actor, "role">): boolean {
  return role === "admin";
}

/** Which roles somebody has is for HR and themselves; `null` stands for anybody. Others decide on more, with reason. */
export function mayReadRolesOf(
  { role, personId }: Pick<Actor, "role" | "personId">,
  ofPerson: string | null,
): boolean {
  if (role === "admin") return true;
  return role !== "leaver" && ofPerson !== null && ofPerson === personId;
}

/** Frameworks of one's own are made, changed and published by HR. */
export function mayKeepFrameworks({ role }: Pick<Actor, "role">): boolean {
  return role === "admin";
}

/** What people are measured by is no secret from them: everybody reads what is published, until they leave. */
export function mayReadFrameworks({ role }: Pick<Actor, "role">): boolean {
  return role !== "leaver";
}
