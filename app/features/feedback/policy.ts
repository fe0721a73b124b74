import type { Actor } from "~/features/identity/domain/index.ts";
import { mayRunRound } from "~/features/rounds/domain/index.ts";

type Asker = Pick<Actor, "role" | "personId">;

type AskerOrClock = Pick<Actor, "role" | "letInto"> | { role: "clock" };

/** HR closes a cycle, or the clock where HR said that it closes by itself. */
export function mayCloseCycle(asker: AskerOrClock, cycleId: string): boolean {
  return asker.role === "clock" || mayRunRound(asker, cycleId);
}

/** HR releases the reports of a cycle, or the clock on the day that HR named. */
export function mayReleaseCycle(asker: AskerOrClock, cycleId: string): boolean {
  return mayCloseCycle(asker, cycleId);
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
