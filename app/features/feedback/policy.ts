type Asker = { role: "admin" | "member" | "leaver"; personId: string | null };

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
