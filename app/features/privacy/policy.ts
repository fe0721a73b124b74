import type { Actor } from "~/features/identity/index.ts";

/** Who decides how long data is kept, and puts people and rounds on hold. */
export function mayKeepPrivacy(actor: Actor): boolean {
  return actor.role === "admin";
}
