import type { Actor } from "~/features/identity/domain/index.ts";

/**
 * Questionnaires are made, changed and published by HR of the whole organisation: everybody's rounds choose from them,
 * so whoever runs those of some departments does not.
 */
export function mayKeepQuestionnaires({ role }: Pick<Actor, "role">): boolean {
  return role === "admin";
}
