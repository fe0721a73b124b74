import type { Actor } from "./domain/actor.ts";

/** Admins run cycles, import people and see the outbox; they never see answers. */
export function mayAdminister(actor: Actor): boolean {
  return actor.role === "admin";
}
