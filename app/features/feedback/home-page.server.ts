import type { Actor } from "~/features/identity/index.ts";
import { countActivePeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleSummary, cycleList, cycleView } from "./cycle-reads.server.ts";
import {
  type CycleTaskKind,
  cyclesToTend,
  type PersonalTask,
  personalTasks,
} from "./domain/waiting.ts";
import { openNominationsOf } from "./nomination-reads.server.ts";
import { mayRunCycles } from "./policy.ts";
import { participantProgress } from "./progress-reads.server.ts";
import { openRequests } from "./rater-reads.server.ts";
import { ownReports } from "./report-reads.server.ts";
import { todayOf } from "./today.ts";

export type TendedCycle = {
  kind: CycleTaskKind;
  cycle: CycleSummary;
  /** While raters are being chosen: how many participants are done, and by when they should be. */
  chosen: number;
  nominateBy: string | null;
};

export type HomePage = {
  tasks: PersonalTask[];
  /** What HR has to see to; null for everyone else. */
  tending: { people: number; anyCycle: boolean; cycles: TendedCycle[] } | null;
};

/** What waits for whoever asks. */
export function homePage(platform: Platform, actor: Actor): Promise<HomePage> {
  const today = todayOf(platform);
  return inOrganisation(platform, actor, async (tx) => {
    const { organisationId, personId } = actor;
    const requests = personId
      ? await openRequests(tx, { organisationId, personId, cycleId: null }, platform.secret)
      : [];
    const nominations = await openNominationsOf(tx, actor);
    const reports = await ownReports(tx, actor);
    const tasks = personalTasks({ requests, nominations, reports }, today);
    return { tasks, tending: mayRunCycles(actor) ? await tendingOf(tx, actor, today) : null };
  });
}

async function tendingOf(tx: Tx, actor: Actor, today: string): Promise<HomePage["tending"]> {
  const cycles = await cycleList(tx, actor);
  const facts = [];
  for (const cycle of cycles) {
    if (cycle.state === "nominating")
      facts.push({ ...cycle, ...(await nominationsOf(tx, actor, cycle.id)) });
    else facts.push({ ...cycle, nominateBy: null, chosen: 0 });
  }
  return {
    people: await countActivePeople(tx, actor),
    anyCycle: cycles.length > 0,
    cycles: cyclesToTend(facts, today).map(({ kind, cycle: { chosen, nominateBy, ...cycle } }) => ({
      kind,
      cycle,
      chosen,
      nominateBy,
    })),
  };
}

async function nominationsOf(tx: Tx, actor: Actor, cycleId: string) {
  const view = await cycleView(tx, actor, cycleId);
  const participants = await participantProgress(tx, actor, cycleId);
  return {
    nominateBy: view?.nominateBy ?? null,
    chosen: participants.filter((each) => each.nomination === "submitted").length,
  };
}
