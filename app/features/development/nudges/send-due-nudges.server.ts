import { setImmediate as otherWork } from "node:timers/promises";
import { holdsOn, organisationName } from "~/features/identity/index.server.ts";
import {
  type DesignedLetter,
  designLetter,
  type NewMessage,
  queueMessages,
  whoDeclined,
} from "~/features/letters/index.server.ts";
import {
  type DirectoryPerson,
  organisationZone,
  peopleByIds,
  workTimesOf,
} from "~/features/people/index.server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { localTime, zoneAmong } from "~/platform/calendar/zones.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isNudged, nextNudgeAt } from "../domain/practice/nudge.ts";
import { LAST_NUDGE_HOUR } from "../domain/practice/practice.ts";
import { nudgeLetter } from "../practice/nudge-letter.ts";
import { nudgeWay } from "./nudge-link.server.ts";
import { type DuePractice, holdDue, lookAgainAt, rememberNudges } from "./nudge-store.server.ts";

/** In one transaction: as many letters as are laid out in about a second. */
const AT_ONCE = 500;

/**
 * Nudges everybody whose hour has come, where they are, and notes when to look at each next. Whoever can't be written
 * to, is off, answered already or ignored the last ones is passed over for that day. Safe to run twice at once.
 */
export async function sendDueNudges(platform: Platform, scope: OrganisationScope): Promise<void> {
  const now = platform.clock.now();
  for (;;) {
    const looked = await inOrganisation(platform, scope, async (tx) => {
      const due = await holdDue(tx, scope, { now, most: AT_ONCE });
      if (due.length > 0) await nudge(platform, tx, scope, due, now);
      return due.length;
    });
    if (looked < AT_ONCE) return;
    await otherWork();
  }
}

async function nudge(
  platform: Platform,
  tx: Tx,
  scope: OrganisationScope,
  due: readonly DuePractice[],
  now: Date,
): Promise<void> {
  const personIds = due.map(({ personId }) => personId);
  const people = await peopleByIds(tx, scope, personIds);
  const byId = new Map(people.map((person) => [person.id, person]));
  const here = await organisationZone(tx, scope);
  // Somewhere it is still yesterday.
  const times = await workTimesOf(tx, scope, personIds, daysAfter(todayOf(platform), -1));
  const held = await holdsOn(tx, scope, personIds, now);
  const declined = await whoDeclined(tx, scope, nudgeLetter, personIds);
  const nudged: { practice: DuePractice; person: DirectoryPerson; day: string }[] = [];
  const next = due.map((practice) => {
    const person = byId.get(practice.personId);
    const zone = zoneAmong(person?.timezone, here);
    const { date: day, hour } = localTime(zone, now);
    const reached = person?.status === "active" && person.email !== null;
    const mayCome = reached && !held.has(practice.personId) && !declined.has(practice.personId);
    // Whoever moved since may have their hour still before them, or their evening.
    const isTime = hour >= practice.nudgeHour && hour <= LAST_NUDGE_HOUR;
    const { checkIns, nudged: before } = practice;
    const { absences = [] } = times.get(practice.personId) ?? {};
    if (mayCome && isTime && isNudged(practice, { absences, checkIns, nudged: before }, day))
      nudged.push({ practice, person, day });
    return { id: practice.id, at: nextNudgeAt(practice, { zone, after: now }) };
  });
  await lookAgainAt(tx, scope, next);
  if (nudged.length === 0) return;
  await rememberNudges(
    tx,
    scope,
    nudged.map(({ practice, day }) => ({ practiceId: practice.id, day })),
  );
  await queueMessages(platform, tx, scope, await lettersTo(tx, scope, nudged));
}

async function lettersTo(
  tx: Tx,
  scope: OrganisationScope,
  nudged: readonly { practice: DuePractice; person: DirectoryPerson; day: string }[],
): Promise<NewMessage[]> {
  const organisation = await organisationName(tx, scope);
  const designs = new Map<string, DesignedLetter>();
  const messages: NewMessage[] = [];
  for (const { practice, person, day } of nudged) {
    const language = languageAmong(languages, person.language === null ? [] : [person.language]);
    const fill = designs.get(language) ?? (await designLetter(nudgeLetter, language));
    designs.set(language, fill);
    const { id: practiceId, cue, action } = practice;
    const { name, email, linkVersion } = person;
    if (email === null) continue;
    messages.push({
      aboutId: practiceId,
      to: { name, address: email },
      ...fill({ name, organisation, cue, action }, nudgeWay({ practiceId, day, linkVersion })),
    });
  }
  return messages;
}
