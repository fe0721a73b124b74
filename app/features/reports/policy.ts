import type { Actor } from "~/features/identity/domain/index.ts";

type Asker = Pick<Actor, "role" | "personId">;

/**
 * How useful a round was is for those to say who could read their report. Whoever left reads it, and changes nothing.
 */
export function mayRateUsefulness(
  actor: Asker,
  facts: { participantPersonId: string; released: boolean },
): boolean {
  const isOwn = actor.personId !== null && actor.personId === facts.participantPersonId;
  return facts.released && isOwn && actor.role !== "leaver";
}
