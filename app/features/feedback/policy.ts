type Asker = { role: "admin" | "member" | "leaver"; personId: string | null };

/** HR runs cycles. It sees who was asked and how many answered, never an answer. */
export function mayRunCycles(actor: Asker): boolean {
  return actor.role === "admin";
}

const isPerson = (actor: Asker, personId: string | null) =>
  actor.personId !== null && actor.personId === personId;

/** Where coaches release, the coach of a participant does, and nobody for them; not even a coach for themselves. */
export function mayReleaseReport(
  actor: Asker,
  facts: { releaseMode: string; coachPersonId: string | null; participantPersonId: string },
): boolean {
  return (
    facts.releaseMode === "coach" &&
    isPerson(actor, facts.coachPersonId) &&
    !isPerson(actor, facts.participantPersonId)
  );
}

/** How useful a cycle was is for those to say who could read their report. */
export function mayRateUsefulness(
  actor: Asker,
  facts: { participantPersonId: string; released: boolean },
): boolean {
  return facts.released && isPerson(actor, facts.participantPersonId);
}
