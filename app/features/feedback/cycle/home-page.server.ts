import type { Actor } from "~/features/identity/index.ts";
import { countActivePeople } from "~/features/people/index.server.ts";
import { type OwnUsefulness, ownReports, ownUsefulness } from "~/features/reports/index.server.ts";
import { openRequests, organisationZone, zoneOf } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isHandedIn } from "../domain/nomination.ts";
import {
  type CycleTaskKind,
  cyclesToTend,
  type PersonalTask,
  personalTasks,
} from "../domain/waiting.ts";
import { openNominationsOf } from "../lists/nomination-reads.server.ts";
import { nominationTasksOf } from "../nomination/approval-reads.server.ts";
import { coachees } from "../releasing/coaching-reads.server.ts";
import { type CycleSummary, cycleList, cycleView } from "./cycle-reads.server.ts";
import { type OwnRound, ownRounds } from "./own-progress-reads.server.ts";
import { participantProgress } from "./progress-reads.server.ts";

export type TendedCycle = {
  kind: CycleTaskKind;
  cycle: CycleSummary;
  /** While raters are being chosen: how many participants are done, and by when they should be. */
  chosen: number;
  nominateBy: string | null;
};

export type HomePage = {
  tasks: PersonalTask[];
  /** How the rounds about this person are going, and the one whose usefulness they have not rated. */
  own: { rounds: OwnRound[]; toRate: OwnUsefulness | null };
  /** What HR has to see to; null for everyone else. */
  tending: { people: number; anyCycle: boolean; cycles: TendedCycle[] } | null;
};

/** What waits for whoever asks. */
export function homePage(platform: Platform, actor: Actor): Promise<HomePage> {
  return inOrganisation(platform, actor, async (tx) => {
    const { organisationId, personId } = actor;
    const today = todayFor(platform, await zoneOf(tx, actor, personId));
    const requests = personId
      ? await openRequests(
          tx,
          { organisationId, personId, cycleId: null, device: null },
          platform.secret,
        )
      : [];
    const nominations = await openNominationsOf(tx, actor);
    const lists = await nominationTasksOf(tx, actor);
    const reports = await ownReports(tx, actor);
    const coached = (await coachees(tx, actor)).flatMap(({ name, report }) =>
      report && !report.released ? [name] : [],
    );
    const facts = { requests, nominations, lists, reports, coached };
    const tasks = personalTasks(facts, today);
    const [newest] = await ownUsefulness(tx, actor, platform.secret);
    const own = {
      rounds: await ownRounds(tx, actor, platform.secret),
      toRate: newest && newest.rating === null ? newest : null,
    };
    if (!mayRunRounds(actor)) return { tasks, own, tending: null };
    const here = todayFor(platform, await organisationZone(tx, actor));
    return { tasks, own, tending: await tendingOf(tx, actor, here) };
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
    chosen: participants.filter((each) => isHandedIn(each.nomination)).length,
  };
}
