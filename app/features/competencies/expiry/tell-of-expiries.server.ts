import { levelledFrameworkOf } from "~/features/frameworks/index.server.ts";
import { holdsOn, organisationName } from "~/features/identity/index.server.ts";
import { designLetter, queueMessages } from "~/features/letters/index.server.ts";
import {
  type DirectoryPerson,
  organisationZone,
  peopleByIds,
} from "~/features/people/index.server.ts";
import { isReachable } from "~/features/rounds/domain/index.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { localTime, zoneAmong } from "~/platform/calendar/zones.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { NOTICE_DAYS, noticeDue } from "../domain/expiry.ts";
import { type Expiring, expiringBetween, nextNoticeDay } from "./expiry-reads.server.ts";
import { rememberNotices } from "./notice-store.server.ts";

export const expiryLetter: KindOfLetter = {
  name: "expiry",
  facts: ["name", "organisation", "what"],
  mayBeDeclined: true,
};

/** Somewhere it is already tomorrow. */
const EARLY = 1;

/**
 * Tells everybody what of theirs runs out: 90, 30 and 7 days before, each once, in one letter for all that is due,
 * by day where they are. Whoever's address was changed a short while ago is told once that wait is over.
 */
export function tellOfExpiries(platform: Platform, scope: OrganisationScope): Promise<void> {
  return inOrganisation(platform, scope, async (tx) => {
    const today = todayOf(platform);
    const to = daysAfter(today, Math.max(...NOTICE_DAYS) + EARLY);
    const expiring = await expiringBetween(tx, scope, { from: daysAfter(today, -EARLY), to });
    const byPerson = Map.groupBy(expiring, ({ personId }) => personId);
    const held = await holdsOn(tx, scope, [...byPerson.keys()], platform.clock.now());
    const here = await organisationZone(tx, scope);
    const nameOf = await competencyNames(tx, scope, expiring);
    for (const person of await peopleByIds(tx, scope, [...byPerson.keys()])) {
      if (held.has(person.id)) continue;
      const local = localTime(zoneAmong(person.timezone, here), platform.clock.now());
      if (!isReachable(local)) continue;
      const due = (byPerson.get(person.id) ?? []).flatMap((each) => {
        const days = noticeDue(each.expiresOn, local.date);
        return days === null || each.told.includes(days) ? [] : [{ ...each, days }];
      });
      await tell(platform, tx, scope, { person, due, sentOn: local.date }, nameOf);
    }
  });
}

type Due = Expiring & { days: (typeof NOTICE_DAYS)[number] };

async function tell(
  platform: Platform,
  tx: Tx,
  scope: OrganisationScope,
  { person, due, sentOn }: { person: DirectoryPerson; due: Due[]; sentOn: string },
  nameOf: (each: Expiring) => string,
): Promise<void> {
  const notices = due.map(({ id: evidenceId, days }) => ({ evidenceId, days, sentOn }));
  const fresh = await rememberNotices(tx, scope, notices);
  const told = due.filter(({ id }) => fresh.has(id));
  if (told.length === 0 || person.email === null) return;
  const language = languageAmong(languages, person.language === null ? [] : [person.language]);
  const fill = await designLetter(expiryLetter, language, { count: told.length });
  const what = told
    .map((each) => `${each.title} (${nameOf(each)}): ${writtenDate(each.expiresOn, language)}`)
    .join("\n\n");
  const organisation = await organisationName(tx, scope);
  const letter = fill(
    { name: person.name, organisation, what },
    `${platform.publicUrl}/levels/${person.id}`,
  );
  await queueMessages(platform, tx, scope, [
    { aboutId: null, to: { name: person.name, address: person.email }, ...letter },
  ]);
}

/** When the clock may find a notice due: on the day where it begins first. */
export async function nextNotice(
  tx: Tx,
  scope: OrganisationScope,
  now: Date,
): Promise<Date | null> {
  const today = now.toISOString().slice(0, 10);
  const due = await expiringBetween(tx, scope, {
    from: daysAfter(today, -EARLY),
    to: daysAfter(today, Math.max(...NOTICE_DAYS) + EARLY),
  });
  const isUntold = due.some(({ expiresOn, told }) => {
    const days = noticeDue(expiresOn, daysAfter(today, EARLY));
    return days !== null && !told.includes(days);
  });
  // It waits for somebody's morning.
  if (isUntold) return now;
  const day = await nextNoticeDay(tx, scope, daysAfter(today, EARLY));
  return day === null ? null : new Date(`${daysAfter(day, -EARLY)}T00:00:00Z`);
}

/** How a piece of evidence calls its competency. */
async function competencyNames(tx: Tx, scope: OrganisationScope, all: readonly Expiring[]) {
  const versions = new Map(all.map((each) => [`${each.version} ${each.framework}`, each]));
  const names = new Map<string, string>();
  for (const [key, { framework, version }] of versions) {
    const found = await levelledFrameworkOf(tx, scope, framework, version);
    for (const { id, name } of found?.competencies ?? []) names.set(`${key} ${id}`, name);
  }
  return ({ framework, version, competency }: Expiring) =>
    names.get(`${version} ${framework} ${competency}`) ?? competency;
}
