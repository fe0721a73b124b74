import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { instrumentToRead } from "~/features/questionnaires/index.server.ts";
import { isPastClosing } from "~/features/rounds/domain/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleSummary, type CycleView, cycleList, cycleView } from "./cycle-reads.server.ts";
import { type ParticipantProgress, participantProgress } from "./progress-reads.server.ts";

export function cyclesPage(platform: Platform, actor: Actor): Promise<CycleSummary[]> {
  return inOrganisation(platform, actor, (tx) => cycleList(tx, actor));
}

export type CyclePage = {
  cycle: CycleView;
  instrument: string;
  participants: ParticipantProgress[];
  /** Still collecting, though its closing date has passed. */
  overdue: boolean;
};

/** One cycle with everyone in it; null when there is none, or it is not for this actor. */
export function cyclePage(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<CyclePage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    if (!cycle) return null;
    const found = await instrumentToRead(tx, actor, cycle.instrumentId);
    return {
      cycle,
      instrument: found?.instrument.name ?? "",
      participants: await participantProgress(tx, actor, cycleId),
      overdue:
        cycle.state === "collecting" &&
        isPastClosing(cycle, todayFor(platform, await organisationZone(tx, actor))),
    };
  });
}
