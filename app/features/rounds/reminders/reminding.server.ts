import { holdsOn } from "~/features/identity/index.server.ts";
import {
  type DirectoryPerson,
  organisationZone,
  peopleByIds,
} from "~/features/people/index.server.ts";
import { type LocalTime, localTime, zoneAmong } from "~/platform/clock/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Reminded, ReminderPlan } from "../domain/reminders.ts";
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
  local: LocalTime;
  work: OpenWork[];
  before: readonly Reminded[];
};

export type PlannedReminder = {
  person: DirectoryPerson;
  local: LocalTime;
  plan: ReminderPlan<OpenWork>;
};

const JUST_ASKED_MS = 20 * 3_600_000;

/**
 * Everyone of an organisation who works there, has an address that was not changed a short while ago, and something
 * left to answer. Until the transaction ends nobody else decides about reminders here, and no round can close.
 */
export async function remindable(
  platform: Pick<Platform, "clock" | "secret">,
  tx: Tx,
  scope: OrganisationScope,
  worthIt: (rounds: readonly OpenRound[]) => boolean = () => true,
): Promise<Remindable[]> {
  await aloneInReminding(tx, scope);
  const rounds = await openRounds(tx, scope);
  if (rounds.length === 0 || !worthIt(rounds)) return [];
  const now = platform.clock.now();
  const since = new Date(now.getTime() - JUST_ASKED_MS);
  const left = await workLeft(tx, scope, platform.secret, rounds, since);
  const before = await remindersByPerson(tx, scope);
  const here = await organisationZone(tx, scope);
  const times = new Map<string, LocalTime>();
  const people = await peopleByIds(tx, scope, [...left.keys()]);
  const holds = await holdsOn(tx, scope, [...left.keys()], now);
  return people.flatMap((person) => {
    if (person.status !== "active" || !person.email || holds.has(person.id)) return [];
    const zone = zoneAmong(person.timezone, here);
    const local = times.get(zone) ?? localTime(zone, now);
    times.set(zone, local);
    const work = left.get(person.id) ?? [];
    return [{ person, zone, local, work, before: before.get(person.id) ?? [] }];
  });
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
