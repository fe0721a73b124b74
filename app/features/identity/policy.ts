import type { Actor } from "./domain/actor.ts";

/** Administrators run cycles, import people and see the outbox; they never see answers. */
export function mayAdminister(actor: Actor): boolean {
  return actor.role === "admin";
}

/** Owners decide who is in office and on the rules of access: those who run rounds do not make their own rules. */
export function mayDecideAccess(actor: Actor): boolean {
  return actor.role === "admin" && actor.owner === true;
}

/** Owners read what was done here, administrators included. It never tells who answered what, whoever reads it. */
export function mayReadAudit(actor: Actor): boolean {
  return mayDecideAccess(actor);
}
