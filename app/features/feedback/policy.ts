import type { Actor } from "~/features/identity/domain/index.ts";

type Asker = Pick<Actor, "role" | "personId">;

type AskerOrClock = Asker | { role: "clock"; personId: null };

/** HR closes a cycle, or the clock where HR said that it closes by itself. */
export function mayCloseCycle({ role }: AskerOrClock): boolean {
  return role === "admin" || role === "clock";
}

/** HR releases the reports of a cycle, or the clock on the day that HR named. */
export function mayReleaseCycle({ role }: AskerOrClock): boolean {
  return role === "admin" || role === "clock";
}

const isPerson = (actor: Asker, personId: string | null) =>
  actor.personId !== null && actor.personId === personId && actor.role !== "leaver";

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
