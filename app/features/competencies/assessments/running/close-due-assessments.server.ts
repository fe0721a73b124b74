import { organisationZone, peopleByIds } from "~/features/people/index.server.ts";
import { byTheClock } from "~/features/rounds/domain/index.ts";
import { endOfDay, zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { assessedIn } from "../store/assessed-store.server.ts";
import { openAssessments } from "../store/assessment-reads.server.ts";
import { sheetsAbout } from "../store/sheet-store.server.ts";
import { closeAssessment } from "./close-assessment.server.ts";

/** Rounds that close by themselves, each with the moment in which its last day has ended wherever its people are. */
async function closings(
  tx: Tx,
  scope: OrganisationScope,
  now: Date,
): Promise<{ id: string; at: Date }[]> {
  const here = await organisationZone(tx, scope);
  const found = [];
  for (const { id, closesOn, paused, closesItself } of await openAssessments(tx, scope)) {
    if (closesOn === null || paused || !closesItself) continue;
    // Before that day has come nobody's can have ended: who is asked is looked up on it.
    if (now.getTime() < Date.parse(`${closesOn}T00:00:00Z`)) {
      found.push({ id, at: new Date(`${closesOn}T00:00:00Z`) });
      continue;
    }
    const subjects = (await assessedIn(tx, { ...scope, id })).map(({ subjectId }) => subjectId);
    const authors = [...(await sheetsAbout(tx, scope, subjects)).values()]
      .flat()
      .flatMap(({ authorId }) => authorId ?? []);
    const people = await peopleByIds(tx, scope, [...new Set(authors)]);
    const zones = new Set([here, ...people.map(({ timezone }) => zoneAmong(timezone, here))]);
    const ends = [...zones].map((zone) => endOfDay(closesOn, zone).getTime());
    found.push({ id, at: new Date(Math.max(...ends)) });
  }
  return found;
}

/** Closes the rounds of assessments whose last day has ended for everybody. @returns how many were closed. */
export async function closeDueAssessments(
  platform: Platform,
  scope: OrganisationScope,
): Promise<number> {
  const now = platform.clock.now();
  const due = await inOrganisation(platform, scope, (tx) => closings(tx, scope, now));
  let closed = 0;
  for (const { id, at } of due) {
    if (at > now) continue;
    // Refused: somebody else moved it meanwhile.
    if ((await closeAssessment(platform, byTheClock(scope), id)).ok) closed += 1;
  }
  return closed;
}

/** When the clock closes the next one. */
export async function nextClosing(
  tx: Tx,
  scope: OrganisationScope,
  now: Date,
): Promise<Date | null> {
  const times = (await closings(tx, scope, now)).map(({ at }) => at.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}
