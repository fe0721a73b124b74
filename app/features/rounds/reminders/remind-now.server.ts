import { holdsOn, recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { nextAtHour } from "~/platform/clock/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { firstHour, reminderAsked } from "../domain/reminders.ts";
import { mayRunRounds } from "../policy.ts";
import { peopleAskedIn } from "../reads/asked-reads.server.ts";
import { holdRound } from "../store/round-store.server.ts";
import { type PlannedReminder, type Remindable, remind, remindable } from "./reminding.server.ts";

export type RemindedNow = {
  /** Whose letter leaves now. */
  told: number;
  /** Where it is night: theirs leaves in the morning, if they still have something left by then. */
  inTheMorning: number;
  /** Reminded today already. */
  already: number;
  /**
   * Whose address was changed a short while ago, so that nobody may be written to: of all who are asked, whether they
   * answered or not.
   */
  held: number;
};

/**
 * Reminds people with work left in one round because HR wants it, of everything they have left. At most one reminder a
 * day and person, and none at night. Who has nothing left, no address or is nobody here is passed over; so is whoever's
 * address was changed a short while ago, which is counted.
 */
export async function remindNow(
  platform: Platform,
  actor: Actor,
  roundId: string,
  whom: readonly string[] | "all-with-work-left",
): Promise<Outcome<RemindedNow, "not-allowed" | "unknown" | "not-collecting" | "paused">> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  if (!isId(roundId)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    const round = await holdRound(tx, actor, roundId);
    if (!round) return refuse("unknown");
    if (round.state !== "collecting") return refuse("not-collecting");
    if (round.paused) return refuse("paused");
    const { now, later, already } = await sorted(platform, tx, actor, roundId, whom);
    const told = await remind(platform, tx, actor, now);
    await enqueueForMorning(platform, tx, actor, roundId, later);
    const held = await countHeld(platform, tx, actor, roundId, whom);
    const outcome = { told, inTheMorning: later.length, already, held };
    await recordAudit(platform, tx, actor, {
      action: "cycle.reminded",
      subjectKind: "cycle",
      subjectId: roundId,
      detail: outcome,
    });
    return accept(outcome);
  });
}

/** What `remindNow` left for the morning. Whoever finished meanwhile, or was reminded, is left alone. */
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
    const { now } = await sorted(platform, tx, scope, roundId, personIds);
    await remind(platform, tx, scope, now);
  });
}

async function sorted(
  platform: Platform,
  tx: Tx,
  scope: OrganisationScope,
  roundId: string,
  whom: readonly string[] | "all-with-work-left",
): Promise<{ now: PlannedReminder[]; later: Remindable[]; already: number }> {
  const wanted = whom === "all-with-work-left" ? null : new Set(whom);
  const now: PlannedReminder[] = [];
  const later: Remindable[] = [];
  let already = 0;
  for (const each of await remindable(platform, tx, scope)) {
    if (wanted && !wanted.has(each.person.id)) continue;
    const asked = reminderAsked(roundId, each.local, each.work, each.before);
    if (asked.when === "now")
      now.push({ person: each.person, local: each.local, plan: asked.plan });
    else if (asked.when === "in-the-morning") later.push(each);
    else if (asked.when === "already") already += 1;
  }
  return { now, later, already };
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
  for (const [zone, people] of Map.groupBy(later, (each) => each.zone)) {
    const personIds = people.map(({ person }) => person.id);
    const morning = nextAtHour(zone, at, firstHour);
    await platform.jobs.enqueue(
      tx,
      "remind-asked",
      [{ organisationId, cycleId: roundId, personIds }],
      morning,
    );
  }
}
