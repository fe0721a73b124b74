import { foreseeAddressChanges, organisationStanding } from "~/features/identity/index.server.ts";
import { type Actor, domainMoves, waitOver } from "~/features/identity/index.ts";
import { directory } from "~/features/people/index.server.ts";
import { dateIn, zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { ImportPlan } from "./domain/plan.ts";

/** What a plan does to addresses that people have already. */
export type PlannedAddresses = {
  /** How many will wait, for how many days, and until about which date where the organisation is. */
  waiting: number;
  days: number;
  until: string;
  /** Whole domains among them. */
  moves: { from: string; to: string; count: number }[];
  /** How many administrators could agree for a second. */
  seconds: number;
};

/** Whose changed addresses would wait if a plan were stored now. */
export async function plannedAddresses(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  plan: Pick<ImportPlan, "changed">,
): Promise<PlannedAddresses> {
  const changed = plan.changed.flatMap(({ key, changes }) =>
    changes
      .filter(({ field }) => field === "email")
      .map(({ from, to }) => ({ personId: key, from, to })),
  );
  const foreseen = await foreseeAddressChanges({ clock, directory }, tx, actor, changed);
  const { waitDays: days, waiting, seconds } = foreseen;
  const zone = zoneAmong((await organisationStanding(tx, actor)).timeZone);
  const until = dateIn(zone, waitOver({ changedAt: clock.now(), waitDays: days }));
  const moves = domainMoves(waiting).map(({ from, to, changes }) => ({
    ...{ from, to, count: changes.length },
  }));
  return { waiting: waiting.length, days, until, moves, seconds };
}
