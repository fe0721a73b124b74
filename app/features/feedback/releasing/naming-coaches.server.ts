import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { releasedReports, unreleasedReports } from "~/features/reports/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { type ParticipantRow, participantsOf } from "../cycle/participant-store.server.ts";
import { tellCoaches } from "../letters/coach-letters.server.ts";

/**
 * Who takes part and may still be given a coach. Once a report is released, its participant was told who can open it:
 * from then on nobody but they let anyone in.
 */
export async function openToCoaching(
  tx: Tx,
  cycle: Pick<CycleRow, "organisationId" | "id">,
): Promise<ParticipantRow[]> {
  const released = await releasedReports(tx, cycle);
  const all = await participantsOf(tx, cycle);
  return all.filter(({ id, withdrawn }) => !withdrawn && !released.has(id));
}

/** Whether someone is there to coach. */
export async function isColleague(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  const [person] = await peopleByIds(tx, actor, [personId]);
  return person?.status === "active" && !person.external;
}

/** Tells a coach of reports of these participants that wait for them. */
export async function tellOfWaiting(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  participants: readonly ParticipantRow[],
  coachId: string,
): Promise<void> {
  if (cycle.state !== "closed" || cycle.releaseMode !== "coach") return;
  const waiting = await unreleasedReports(tx, cycle);
  const told = participants.filter((each) => waiting.has(each.id));
  await tellCoaches(
    platform,
    tx,
    cycle,
    told.map(({ name }) => ({ name, coachId })),
  );
}
