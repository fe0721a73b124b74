import { holdsOn, recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { nextDayAtWork } from "~/features/people/domain/index.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { dateIn, endOfDay, nextAtHour } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import { firstHour, reminderAsked } from "../domain/reminders.ts";
import { peopleAskedIn } from "../reads/asked-reads.server.ts";
import { lockReached } from "../store/lock-reached.server.ts";
import { holdRound } from "../store/round-store.server.ts";
import {
  lookAtWork,
  type PassedOver,
  type PlannedReminder,
  type Remindable,
  remind,
} from "./reminding.server.ts";

export type RemindedNow = {
  /** Whose letter leaves now. */
  told: number;
  /**
   * Where it is night, and whoever is off: theirs leaves in the morning of their next day at work, if they still have
   * something left by then.
   */
  inTheMorning: number;
  /** Reminded today already. */
  already: number;
  /**
   * Whose address was changed a short while ago, so that nobody may be written to: of all who are asked, whether they
   * answered or not.
   */
  held: number;
  /** With something left at the last step, and not reminded: they are not here any more, or have no address. */
  left: number;
  noAddress: number;
  /** With something left at the last step, who do without reminders. */
  declined: number;
};

/**
 * Reminds people with work left in one round because HR wants it, of everything they have left. At most one reminder a
 * day and person, and none at night or on a day off. Who has nothing left is passed over; so is who has no address,
 * left, does without reminders or was given another address a short while ago, which is counted.
 */
export async function remindNow(
  platform: Platform,
  actor: Actor,
  roundId: string,
  whom: readonly string[] | "all-with-work-left",
): Promise<Outcome<RemindedNow, "not-allowed" | "unknown" | "not-collecting" | "paused">> {
  if (!mayRunRound(actor, roundId)) return refuse("not-allowed");
  if (!isId(roundId)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    const round = await lockReached(holdRound, tx, actor, roundId);
    if (!round) return refuse("unknown");
    if (round.state !== "collecting") return refuse("not-collecting");
    if (round.paused) return refuse("paused");
    const { now, later, already, left, noAddress, declined } = await sorted(
      platform,
      tx,
      actor,
      roundId,
      whom,
    );
    const told = await remind(platform, tx, actor, now);
    await enqueueForMorning(platform, tx, actor, roundId, later);
    const held = await countHeld(platform, tx, actor, roundId, whom);
    const outcome = { told, inTheMorning: later.length, already, held, left, noAddress, declined };
    await recordAudit(platform, tx, actor, {
      action: "cycle.reminded",
      subjectKind: "cycle",
      subjectId: roundId,
      detail: outcome,
    });
    return accept(outcome);
  });
}

/**
 * What `remindNow` left for the morning. Whoever finished meanwhile, or was reminded, is left alone; whoever is off
 * after all gets theirs when they are back.
 */
export async function remindAsked(
  platform: Platform,
  {
    organisationId,
    // What a job that waits since an earlier release calls it.
    cycleId: roundId,
    personIds,
  }: OrganisationScope & { cycleId: string; personIds: string[] },
): Promise<void> {
  const scope = { organisationId };
  await inOrganisation(platform, scope, async (tx) => {
    const { now, later } = await sorted(platform, tx, scope, roundId, personIds);
    await remind(platform, tx, scope, now);
    await enqueueForMorning(platform, tx, scope, roundId, later);
  });
}

type Sorted = { now: PlannedReminder[]; later: Remindable[] } & Pick<
  RemindedNow,
  "already" | "left" | "noAddress" | "declined"
>;

async function sorted(
  platform: Platform,
  tx: Tx,
  scope: OrganisationScope,
  roundId: string,
  whom: readonly string[] | "all-with-work-left",
): Promise<Sorted> {
  const wanted = whom === "all-with-work-left" ? null : new Set(whom);
  const looked = await lookAtWork(platform, tx, scope);
  const now: PlannedReminder[] = [];
  const later: Remindable[] = [];
  let already = 0;
  for (const each of looked.remindable) {
    if (wanted && !wanted.has(each.person.id)) continue;
    const asked = reminderAsked(roundId, each.local, each.work, each.before);
    if (asked.when === "now")
      now.push({ person: each.person, local: each.local, plan: asked.plan });
    else if (asked.when === "in-the-morning") later.push(each);
    else if (asked.when === "already") already += 1;
  }
  const over = (why: PassedOver["why"]) =>
    looked.passedOver.filter(
      (each) =>
        each.why === why &&
        (wanted?.has(each.personId) ?? true) &&
        each.work.some(({ round, left }) => round.id === roundId && left > 0),
    ).length;
  const passed = { left: over("left"), noAddress: over("no-address"), declined: over("declined") };
  return { now, later, already, ...passed };
}

async function countHeld(
  { clock }: Platform,
  tx: Tx,
  scope: OrganisationScope,
  roundId: string,
  whom: readonly string[] | "all-with-work-left",
): Promise<number> {
  const asked = await peopleAskedIn(tx, scope, roundId);
  const meant = whom === "all-with-work-left" ? asked : asked.filter((id) => whom.includes(id));
  return (await holdsOn(tx, scope, meant, clock.now())).size;
}

async function enqueueForMorning(
  platform: Platform,
  tx: Tx,
  { organisationId }: OrganisationScope,
  roundId: string,
  later: readonly Remindable[],
): Promise<void> {
  const at = platform.clock.now();
  const mornings = Map.groupBy(later, (each) => nextMorning(each, at)?.getTime() ?? null);
  for (const [morning, people] of mornings) {
    if (morning === null) continue;
    const personIds = people.map(({ person }) => person.id);
    await platform.jobs.enqueue(
      tx,
      "remind-asked",
      [{ organisationId, cycleId: roundId, personIds }],
      new Date(morning),
    );
  }
}

/** The next morning on which somebody is at work, where they are; null when none is known to come. */
function nextMorning({ zone, times }: Remindable, at: Date): Date | null {
  const morning = nextAtHour(zone, at, firstHour);
  const date = dateIn(zone, morning);
  const day = nextDayAtWork(times, date);
  if (day === null || day === date) return day === null ? null : morning;
  return nextAtHour(zone, endOfDay(daysAfter(day, -1), zone), firstHour);
}
