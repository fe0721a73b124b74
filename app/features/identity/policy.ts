import type { Actor } from "./domain/actor.ts";

/** Administrators run cycles, import people and see the outbox; they never see answers. */
export function mayAdminister(actor: Actor): boolean {
  return actor.role === "admin";
}

/**
 * Whose address waits is for administrators; HR of units knows it of the people of a round that they were let into,
 * which whoever asks for them looks at.
 */
export function maySeeHolds(actor: Actor, personIds: readonly string[] | "all"): boolean {
  const ofRound = actor.role === "unit-admin" && actor.letInto !== undefined;
  return mayAdminister(actor) || (ofRound && personIds !== "all");
}

/** Owners decide who is in office and on the rules of access: those who run rounds do not make their own rules. */
export function mayDecideAccess(actor: Actor): boolean {
  return actor.role === "admin" && actor.owner === true;
}

/** Owners read what was done here, administrators included. It never tells who answered what, whoever reads it. */
export function mayReadAudit(actor: Actor): boolean {
  return mayDecideAccess(actor);
}
