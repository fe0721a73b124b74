import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { isReachable, wasReminded } from "~/features/rounds/domain/index.ts";
import {
  aloneInReminding,
  lockReached,
  remindersByPerson,
} from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";
import { openLists } from "./nomination-reminder-reads.server.ts";
import { listMakers, remindMakers } from "./open-list-makers.server.ts";

/** How many are told, and how many are not, by why. */
export type NominatorsReminded = {
  told: number;
  /** Reminded today already. */
  already: number;
  /** Where it is night, or who does not work today. */
  notNow: number;
  held: number;
  left: number;
  noAddress: number;
  /** Who do without these reminders. */
  declined: number;
};

/**
 * Reminds those who still have a list of raters to hand in, because HR wants it: at most one letter a day and person,
 * and none at night or on a day off.
 */
export async function remindNominatorsNow(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<Outcome<NominatorsReminded, "not-allowed" | "unknown" | "not-nominating">> {
  if (!mayRunRound(actor, cycleId)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockReached(lockCycle, tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (cycle.state !== "nominating") return refuse("not-nominating");
    await aloneInReminding(tx, actor);
    const lists = (await openLists(tx, actor)).filter((list) => list.cycle.id === cycle.id);
    const makers = await listMakers(platform, tx, actor, lists);
    const before = await remindersByPerson(tx, actor);
    const reachable = makers.filter(({ unreachable }) => unreachable === null);
    const fresh = reachable.filter(
      ({ list, local }) => !wasReminded(local, before.get(list.personId) ?? []),
    );
    const due = fresh
      .filter(({ local }) => isReachable(local))
      .map((maker) => ({ maker, reason: `asked-${maker.local.date}` }));
    const without = (why: NonNullable<(typeof makers)[number]["unreachable"]>) =>
      makers.filter(({ unreachable }) => unreachable === why).length;
    const outcome = {
      told: await remindMakers(platform, tx, actor, due),
      already: reachable.length - fresh.length,
      notNow: fresh.length - due.length,
      ...{ held: without("held"), left: without("left"), noAddress: without("noAddress") },
      declined: without("declined"),
    };
    await recordAudit(platform, tx, actor, {
      action: "cycle.nominators-reminded",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: outcome,
    });
    return accept(outcome);
  });
}
