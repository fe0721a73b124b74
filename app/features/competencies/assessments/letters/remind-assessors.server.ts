import { holdsOn, organisationName, resumedOn } from "~/features/identity/index.server.ts";
import { designLetter, queueMessages, whoDeclined } from "~/features/letters/index.server.ts";
import { isAtWork } from "~/features/people/domain/index.ts";
import {
  type DirectoryPerson,
  organisationZone,
  peopleByIds,
  workTimesOf,
} from "~/features/people/index.server.ts";
import { reminderDue } from "~/features/rounds/domain/index.ts";
import {
  aloneInReminding,
  insertReminders,
  remindersByPerson,
} from "~/features/rounds/index.server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { localTime, zoneAmong } from "~/platform/calendar/zones.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ownAssessmentsPath } from "../../paths/assessment-paths.ts";
import { assessedIn } from "../store/assessed-store.server.ts";
import { type AssessmentRound, openAssessments } from "../store/assessment-reads.server.ts";
import { sheetsAbout } from "../store/sheet-store.server.ts";
import { assessmentLetters } from "./kinds.ts";

/** What one person still has to write in one round. */
type Work = {
  round: AssessmentRound & { quietUntil: string | null };
  left: number;
  justAsked: false;
};

/**
 * Reminds whoever has a sheet to send of every round at once, on the days that the round has for it: in their daytime,
 * on a day on which they work, and never on a date on which they were reminded of any round. @returns how many.
 */
export function remindAssessors(platform: Platform, scope: OrganisationScope): Promise<number> {
  return inOrganisation(platform, scope, async (tx) => {
    const work = await workByAuthor(tx, scope);
    if (work.size === 0) return 0;
    await aloneInReminding(tx, scope);
    const now = platform.clock.now();
    const ids = [...work.keys()];
    const held = await holdsOn(tx, scope, ids, now);
    const declined = await whoDeclined(tx, scope, assessmentLetters.reminder, ids);
    const times = await workTimesOf(tx, scope, ids, daysAfter(todayOf(platform), -1));
    const before = await remindersByPerson(tx, scope);
    const here = await organisationZone(tx, scope);
    let told = 0;
    for (const person of await peopleByIds(tx, scope, ids)) {
      const { id, status, email, timezone } = person;
      if (status !== "active" || !email || held.has(id) || declined.has(id)) continue;
      const local = localTime(zoneAmong(timezone, here), now);
      const own = times.get(id);
      const off = own !== undefined && !isAtWork(own, local.date);
      const plan = reminderDue({ ...local, off }, work.get(id) ?? [], before.get(id) ?? []);
      if (!plan) continue;
      const rows = plan.reasons.map(({ roundId, reason }) => ({
        ...{ organisationId: scope.organisationId, roundId, personId: id, reason },
        sentOn: local.date,
      }));
      if ((await insertReminders(tx, rows)).size === 0) continue;
      await remind(platform, tx, scope, { ...person, email }, plan.about);
      told += 1;
    }
    return told;
  });
}

async function workByAuthor(tx: Tx, scope: OrganisationScope): Promise<Map<string, Work[]>> {
  const work = new Map<string, Work[]>();
  const rounds = await openAssessments(tx, scope);
  if (rounds.length === 0) return work;
  const quietUntil = await resumedOn(tx, scope);
  for (const round of rounds) {
    const all = await assessedIn(tx, { ...scope, id: round.id });
    const open = all.flatMap(({ subjectId, concludedOn }) =>
      concludedOn === null ? [subjectId] : [],
    );
    const sheets = [...(await sheetsAbout(tx, scope, open)).values()].flat();
    const unsent = sheets.filter(({ sentOn, authorId }) => sentOn === null && authorId !== null);
    for (const [author, own] of Map.groupBy(unsent, ({ authorId }) => authorId ?? ""))
      work.set(author, [
        ...(work.get(author) ?? []),
        { round: { ...round, quietUntil }, left: own.length, justAsked: false },
      ]);
  }
  return work;
}

async function remind(
  platform: Platform,
  tx: Tx,
  scope: OrganisationScope,
  { name, email, language: own }: DirectoryPerson & { email: string },
  about: readonly Work[],
): Promise<void> {
  const language = languageAmong(languages, own === null ? [] : [own]);
  const fill = await designLetter(assessmentLetters.reminder, language);
  const what = about
    .map(({ round: { name: called, closesOn } }) =>
      closesOn === null ? called : `${called}: ${writtenDate(closesOn, language)}`,
    )
    .join("\n\n");
  const organisation = await organisationName(tx, scope);
  const letter = fill({ name, organisation, what }, `${platform.publicUrl}${ownAssessmentsPath}`);
  await queueMessages(platform, tx, scope, [
    { aboutId: null, to: { name, address: email }, ...letter },
  ]);
}

/**
 * When somebody may be reminded next: now where that day has come somewhere and somebody has a sheet left, as it waits
 * for their morning.
 */
export async function nextAssessorReminder(
  tx: Tx,
  scope: OrganisationScope,
  now: Date,
): Promise<Date | null> {
  const today = now.toISOString().slice(0, 10);
  const days = (await openAssessments(tx, scope)).flatMap(({ closesOn, paused, reminderDays }) =>
    closesOn === null || paused ? [] : reminderDays.map((each) => daysAfter(closesOn, -each - 1)),
  );
  if (days.length === 0) return null;
  const next = days.filter((day) => day > today).sort()[0];
  // A day that has come waits until it is over for everybody.
  if (days.some((day) => day <= today && today <= daysAfter(day, 3))) return now;
  return next === undefined ? null : new Date(`${next}T00:00:00Z`);
}
