type Asker = { role: "admin" | "member" | "leaver"; personId: string | null };

/** How useful a round was is for those to say who could read their report. */
export function mayRateUsefulness(
  actor: Asker,
  facts: { participantPersonId: string; released: boolean },
): boolean {
  return facts.released && actor.personId !== null && actor.personId === facts.participantPersonId;
}
