import { type Actor, isLimited, unitsOf } from "~/features/identity/index.ts";
import { countActivePeople, organisationZone } from "~/features/people/index.server.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleSummary, cycleList, cyclesInShort } from "../cycle/cycle-reads.server.ts";
import { nominatingCycles } from "../cycle/nominating-reads.server.ts";
import { type CycleTaskKind, cyclesToTend, standsStill } from "../domain/waiting.ts";

export type TendedCycle = {
  kind: CycleTaskKind;
  cycle: CycleSummary;
  /** While raters are being chosen: how many participants are done, and by when they should be. */
  chosen: number;
  nominateBy: string | null;
};

/** `people`: those who could take part; where an office is limited, those of its units. */
export type Tended = { people: number; whole: boolean; anyCycle: boolean; cycles: TendedCycle[] };

/** What HR has to see to, most pressing first; null for everyone else. */
export async function cyclesTended(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<Tended | null> {
  if (!mayRunSomeRounds(actor)) return null;
  const today = todayFor(platform, await organisationZone(tx, actor));
  const cycles = await cycleList(tx, actor);
  const nominating = await nominatingCycles(tx, actor);
  const listed = cycles.filter(({ archived }) => !archived);
  const facts = listed.map((cycle) => ({
    ...cycle,
    ...(nominating.get(cycle.id) ?? { nominateBy: null, chosen: 0 }),
  }));
  return {
    people: await countActivePeople(tx, actor, unitsOf(actor)),
    whole: !isLimited(actor),
    anyCycle: cycles.length > 0,
    cycles: cyclesToTend(facts, today).map(({ kind, cycle: { chosen, nominateBy, ...cycle } }) => ({
      kind,
      cycle,
      chosen,
      nominateBy,
    })),
  };
}

/** How many rounds stand still until HR does something; none for everyone else. */
export async function countStandingStill(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<number> {
  const today = todayFor(platform, await organisationZone(tx, actor));
  const cycles = (await cyclesInShort(tx, actor)).filter(({ archived }) => !archived);
  return cyclesToTend(cycles, today).filter(({ kind }) => standsStill(kind)).length;
}
