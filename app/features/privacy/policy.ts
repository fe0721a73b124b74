import type { Actor } from "~/features/identity/domain/index.ts";

type Asker = Pick<Actor, "role">;

/** Who decides how long data is kept, and puts people and rounds on hold. */
export function mayKeepPrivacy({ role }: Asker): boolean {
  return role === "admin";
}
