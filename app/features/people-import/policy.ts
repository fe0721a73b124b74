import type { Actor } from "~/features/identity/domain/index.ts";

/** Only admins bring people in. */
export function mayImportPeople({ role }: Pick<Actor, "role">): boolean {
  return role === "admin";
}
