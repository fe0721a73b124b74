import { holdsOn } from "~/features/identity/index.server.ts";
import { whoDeclined } from "~/features/letters/index.server.ts";
import { isAtWork, type WorkTimes } from "~/features/people/domain/index.ts";
import {
  type DirectoryPerson,
  organisationZone,
  peopleByIds,
  workTimesOf,
} from "~/features/people/index.server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { type LocalTime, localTime, zoneAmong } from "~/platform/calendar/zones.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { LocalMoment, Reminded, ReminderPlan } from "../domain/reminders.ts";
import { roundLetters } from "../letters/kinds.ts";
import { sendReminders } from "./reminder-letters.server.ts";
import {
  aloneInReminding,
  insertReminders,
  reminderKey,
  remindersByPerson,
} from "./reminder-store.server.ts";
import { type OpenRound, type OpenWork, openRounds, workLeft } from "./work-left-reads.server.ts";

/** Someone with work left, where they are, and what they were reminded of before. */
export type Remindable = {
  person: DirectoryPerson;
  zone: string;
  local: LocalMoment;
  times: WorkTimes;
  work: OpenWork[];
  before: readonly Reminded[];
};

export type PlannedReminder = {
  person: DirectoryPerson;
  local: LocalMoment;
  plan: ReminderPlan<OpenWork>;
};

const JUST_ASKED_MS = 20 * 3_600_000;

/** Someone with work left whom no reminder can reach, and why; whoever has a new address is not told of here. */
export type PassedOver = {
  personId: string;
  why: "left" | "no-address" | "declined";
  work: OpenWork[];
};

/** Who is looked at when reminders are decided on. */
export type Looked = { remindable: Remindable[]; passedOver: PassedOver[] };

/**
 * Everyone of an organisation who works there, has an address that was not changed a short while ago, and something
 * left to answer. Until the transaction ends nobody else decides about reminders here, and no round can close.
 */
export async function remindable(
  platform: Pick<Platform, "clock" | "secret">,
  tx: Tx,
  scope: OrganisationScope,
  worthIt?: (rounds: readonly OpenRound[]) => boolean,
): Promise<Remindable[]> {
  return (await lookAtWork(platform, tx, scope, worthIt)).remindable;
}

/** The same, with those who have left, have no address or do without reminders. */
export async function lookAtWork(
  platform: Pick<Platform, "clock" | "secret">,
  tx: Tx,
  scope: OrganisationScope,
  worthIt: (rounds: readonly OpenRound[]) => boolean = () => true,
): Promise<Looked> {
  await aloneInReminding(tx, scope);
  const rounds = await openRounds(tx, scope);
  if (rounds.length === 0 || !worthIt(rounds)) return { remindable: [], passedOver: [] };
  const now = platform.clock.now();
  const since = new Date(now.getTime() - JUST_ASKED_MS);
  const left = await workLeft(tx, scope, platform.secret, rounds, since);
  const before = await remindersByPerson(tx, scope);
  const here = await organisationZone(tx, scope);
  const clocks = new Map<string, LocalTime>();
  const people = await peopleByIds(tx, scope, [...left.keys()]);
  const holds = await holdsOn(tx, scope, [...left.keys()], now);
  const declined = await whoDeclined(tx, scope, roundLetters.reminder, [...left.keys()]);
  // The day before: somewhere it is still yesterday.
  const from = daysAfter(todayOf(platform), -1);
  const workTimes = await workTimesOf(tx, scope, [...left.keys()], from);
  const looked: Looked = { remindable: [], passedOver: [] };
  for (const person of people) {
    const work = left.get(person.id) ?? [];
    const why = whyNot(person, declined);
    if (why) looked.passedOver.push({ personId: person.id, why, work });
    if (why || holds.has(person.id)) continue;
    const zone = zoneAmong(person.timezone, here);
    const clock = clocks.get(zone) ?? localTime(zone, now);
    clocks.set(zone, clock);
    const times = workTimes.get(person.id) ?? { workingDays: null, absences: [] };
    const local = { ...clock, off: !isAtWork(times, clock.date) };
    const sent = before.get(person.id) ?? [];
    looked.remindable.push({ person, zone, local, times, work, before: sent });
  }
  return looked;
}

function whyNot(
  { id, status, email }: DirectoryPerson,
  declined: ReadonlySet<string>,
): PassedOver["why"] | null {
  if (status !== "active") return "left";
  if (email === null) return "no-address";
  return declined.has(id) ? "declined" : null;
}

/**
 * Remembers planned reminders and queues their letters; what was remembered before is not sent again. @returns how many
 * are told.
 */
export async function remind(
  platform: Pick<Platform, "clock" | "jobs" | "secret" | "publicUrl">,
  tx: Tx,
  scope: OrganisationScope,
  planned: readonly PlannedReminder[],
): Promise<number> {
  const rowsOf = ({ person, local, plan }: PlannedReminder) =>
    plan.reasons.map(({ roundId, reason }) => ({
      organisationId: scope.organisationId,
      roundId,
      personId: person.id,
      reason,
      sentOn: local.date,
    }));
  const added = await insertReminders(tx, planned.flatMap(rowsOf));
  const fresh = planned.filter((each) => rowsOf(each).some((row) => added.has(reminderKey(row))));
  const letters = fresh.map(({ person, plan }) => ({
    person,
    about: plan.about,
  }));
  return sendReminders(platform, tx, scope, letters);
}
