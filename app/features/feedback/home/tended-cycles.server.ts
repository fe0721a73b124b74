import type { Actor } from "~/features/identity/index.ts";
import { countActivePeople, organisationZone } from "~/features/people/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleSummary, cycleList, cycleView } from "../cycle/cycle-reads.server.ts";
import { participantProgress } from "../cycle/progress-reads.server.ts";
import { isHandedIn } from "../domain/nomination.ts";
import { type CycleTaskKind, cyclesToTend } from "../domain/waiting.ts";

export type TendedCycle = {
  kind: CycleTaskKind;
  cycle: CycleSummary;
  /** While raters are being chosen: how many participants are done, and by when they should be. */
  chosen: number;
  nominateBy: string | null;
};

export type Tended = { people: number; anyCycle: boolean; cycles: TendedCycle[] };

/** What HR has to see to, most pressing first; null for everyone else. */
export async function cyclesTended(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<Tended | null> {
  if (!mayRunRounds(actor)) return null;
  const today = todayFor(platform, await organisationZone(tx, actor));
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
