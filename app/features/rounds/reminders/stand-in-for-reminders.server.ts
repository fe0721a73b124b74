import {
  settleWithdrawn,
  type Withdrawn,
  withdrawMessages,
  withdrawnMessages,
} from "~/features/letters/index.server.ts";
import { organisationZone, peopleByAddress } from "~/features/people/index.server.ts";
import { localTime, zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { reminderInstead } from "../domain/reminders.ts";
import { aloneInReminding, forgetReminders } from "./reminder-store.server.ts";
import { type PlannedReminder, remind, remindable } from "./reminding.server.ts";
import { openRounds } from "./work-left-reads.server.ts";

/** Longer than anyone would wait before setting a mail server: until then letters wait as well. */
export const OWED_MS: number = 60 * 24 * 3_600_000;

/**
 * One reminder covers all of a person's rounds. When one of these closes or pauses before the letter left, it never
 * leaves; another does, about the rounds with something left, at once or in the morning. Safe to run at any time and
 * twice. @returns how many are told.
 */
export function standInForReminders(platform: Platform, scope: OrganisationScope): Promise<number> {
  return inOrganisation(platform, scope, async (tx) => {
    await aloneInReminding(tx, scope);
    const open = await openRounds(tx, scope);
    await withdrawMessages(tx, scope, "reminder", { unlessAbout: open.map((round) => round.id) });
    const since = new Date(platform.clock.now().getTime() - OWED_MS);
    const withdrawn = await withdrawnMessages(tx, scope, "reminder", since);
    if (withdrawn.length === 0) return 0;
    // Whoever got another reminder since is owed none, and was reminded.
    const missed = withdrawn.filter((letter) => !letter.followed);
    const owed = await forgetLetters(tx, scope, missed);
    const waiting = new Set<string>();
    const planned: PlannedReminder[] = [];
    for (const { person, local, work, before } of await remindable(platform, tx, scope)) {
      if (!owed.has(person.id)) continue;
      const instead = reminderInstead(local, work, before);
      if (instead.when === "in-the-morning") waiting.add(person.id);
      if (instead.when === "now") planned.push({ person, local, plan: instead.plan });
    }
    const stillOwed = new Set([...waiting].flatMap((personId) => owed.get(personId) ?? []));
    await settleWithdrawn(
      tx,
      scope,
      withdrawn.map(({ id }) => id).filter((id) => !stillOwed.has(id)),
    );
    return remind(platform, tx, scope, planned);
  });
}

/** Whoever did not get their letter was not reminded by it. @returns the letters by whom they were for. */
async function forgetLetters(
  tx: Tx,
  scope: OrganisationScope,
  withdrawn: readonly Withdrawn[],
): Promise<Map<string, string[]>> {
  const here = await organisationZone(tx, scope);
  const addresses = [...new Set(withdrawn.map((each) => each.toAddress))];
  const people = await peopleByAddress(tx, scope, addresses);
  const letters = withdrawn.flatMap(({ id, toAddress, createdAt }) => {
    const person = people.get(toAddress);
    if (!person) return [];
    const sentOn = localTime(zoneAmong(person.timezone, here), createdAt).date;
    return [{ id, personId: person.id, sentOn }];
  });
  await forgetReminders(tx, scope, letters);
  const byPerson = Map.groupBy(letters, (letter) => letter.personId);
  return new Map([...byPerson].map(([personId, own]) => [personId, own.map(({ id }) => id)]));
}
