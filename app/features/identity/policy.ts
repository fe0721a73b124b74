import type { Actor } from "./domain/actor.ts";

/** Admins run cycles, import people and see the outbox; they never see answers. */
export function mayAdminister(actor: Actor): boolean {
  return actor.role === "admin";
}

/** Who may read what was done here. It never tells who answered what, whoever reads it. */
export function mayReadAudit(actor: Actor): boolean {
  return mayAdminister(actor);
}
